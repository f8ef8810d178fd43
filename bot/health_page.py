"""The documents' health as one page of HTML that needs nothing else and can be printed."""

from collections.abc import Iterator
from html import escape

from bot.health import Health, grouped, page, place, quoted, severity_name, title, to_check, what
from knowledge.health.finding import Finding

_STYLE = """
body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1d2129;
margin:0 auto;max-width:60em;padding:1.5em}
h1{font-size:1.5em;margin:0 0 .3em}h2{font-size:1.2em;margin:2em 0 .3em;padding:.2em .6em;color:#fff}
h2.high{background:#b3261e}h2.medium{background:#8a5a00}h2.low{background:#4a5568}
h3{font-size:1.05em;margin:1.2em 0 .3em}p{margin:.2em 0}.note{color:#4a5568}
article{border:1px solid #c9cdd4;border-radius:6px;padding:.6em .8em;margin:.5em 0;break-inside:avoid}
blockquote{margin:.3em 0;padding:.1em .7em;border-left:3px solid #c9cdd4;overflow-wrap:anywhere}
blockquote span{color:#4a5568;font-size:.9em;white-space:nowrap}.box{float:right}
@media print{body{padding:0;font-size:11pt;max-width:none}
h2{color:#000;background:none!important;border-bottom:2px solid}h2,h3{break-after:avoid}}
"""


def health_page(health: Health) -> str:
    """The whole page, all findings with all their quotes; every text from outside is escaped."""
    return "\n".join(_lines(health))


def _lines(health: Health) -> Iterator[str]:
    heading = escape(page("title"))
    yield '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{heading}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{heading}</h1>"
    yield f"<p>{escape(health.headline)}</p>"
    if health.findings:
        yield f'<p class="note">{escape(page("explain"))}</p>'
    for severity, kinds in grouped(health.findings):
        count = sum(len(findings) for _, findings in kinds)
        name = page("group", severity=severity_name(severity), count=count)
        yield f'<h2 class="{severity.value}">{escape(name)}</h2>'
        for kind, findings in kinds:
            yield f"<h3>{escape(page('kind', title=title(kind), count=len(findings)))}</h3>"
            for finding in findings:
                yield from _article(finding)
    yield "</body>\n</html>"


def _article(finding: Finding) -> Iterator[str]:
    yield f'<article><span class="box">{escape(page("done"))}</span><p>{escape(what(finding))}</p>'
    for piece in finding.evidence:
        yield f"<blockquote>{escape(quoted(piece))} <span>{escape(place(piece))}</span></blockquote>"
    yield f'<p class="note">{escape(page("check", text=to_check(finding)))}</p></article>'
