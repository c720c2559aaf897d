# docker build -t checker . && docker run --rm -v "$PWD:/work" checker audit articles/
FROM python:3.12-slim
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY pyproject.toml README.md LICENSE /src/
COPY checker /src/checker
COPY rules /src/rules
RUN pip install --no-cache-dir '/src[pdf]' && rm -r /src
ENV HOME=/tmp
WORKDIR /work
ENTRYPOINT ["checker"]
