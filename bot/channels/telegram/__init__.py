"""The Telegram channel. An update is written down before Telegram is told that it came, and its replies
before the first of them is sent; so no crash loses a question.

    polling ┐                    ┌ asking, buttons, commands, inline, keeper
            ├→ intake → inbox → desk → replies, written down → sender → Telegram
    webhook ┘                    └ one chat after the other, chats side by side

`settings` say how it runs, `service` puts the parts together. What is answered comes from the one
conversation that every channel uses; here it only gets Telegram's form.
"""
