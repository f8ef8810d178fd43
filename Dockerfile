# docker build -t rolebot .
# docker run --rm -it rolebot                                          a conversation over the sample handbook
# docker run --rm -it -v "$PWD/documents:/documents:ro" rolebot chat --documents /documents

FROM python:3.12-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
RUN python -m venv --without-pip /opt/rolebot
WORKDIR /source
COPY requirements.lock ./
RUN pip --python /opt/rolebot/bin/python install --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY knowledge ./knowledge
COPY bot ./bot
RUN pip --python /opt/rolebot/bin/python install --no-deps .

FROM python:3.12-slim
ENV PATH=/opt/rolebot/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 LANG=C.UTF-8
COPY --from=build /opt/rolebot /opt/rolebot
RUN useradd --create-home --uid 10001 rolebot
USER rolebot
WORKDIR /home/rolebot
ENTRYPOINT ["rolebot"]
CMD ["chat"]
