#!/bin/sh
# Builds the image, starts it with a PostgreSQL of its own, waits until web and worker are healthy, and cleans up.
# Needs an engine with Compose. Other compose files: COMPOSE_FILE=a.yaml:b.yaml deploy/try-image.sh
set -eu
cd "$(dirname "$0")/.."
export COMPOSE_FILE="${COMPOSE_FILE:-deploy/compose.local.yaml}" COMPOSE_PROJECT_NAME=naga-try
NAGA_DB_PASSWORD=$(openssl rand -hex 16)
NEXTAUTH_SECRET=$(openssl rand -base64 33)
export NAGA_DB_PASSWORD NEXTAUTH_SECRET

clean_up() {
  [ "$1" = 0 ] || docker compose logs --tail 50
  docker compose down --volumes --timeout 20
}
trap 'clean_up $?' EXIT

docker compose up --build --detach
for service in web worker; do
  tries=60
  until [ "$(docker inspect --format '{{.State.Health.Status}}' "$(docker compose ps --quiet $service)")" = healthy ]; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || { echo "$service is not healthy"; exit 1; }
    sleep 1
  done
  echo "$service is healthy"
done
docker compose exec --no-TTY web node -e \
  "fetch('http://127.0.0.1:8000/health/ready').then(async (answer) => { console.log(await answer.text()); process.exit(answer.ok ? 0 : 1) })"
