# One image for every environment: web, worker and the `naga` command. What differs comes from variables at start.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund

FROM packages AS build
COPY . .
ARG NAGA_DEPLOYMENT_ID=""
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NAGA_DEPLOYMENT_ID=$NAGA_DEPLOYMENT_ID
RUN PRISMA_SCHEMA_ENGINE_BINARY=/bin/true node node_modules/prisma/build/index.js generate
# Both colours of a deployment must read each other's forms: then the key is given as a build secret.
RUN --mount=type=secret,id=actions_key,required=false \
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY="$(cat /run/secrets/actions_key 2>/dev/null || true)" \
    node node_modules/next/dist/bin/next build

# The worker and the command line run from source, through tsx.
FROM node:24-bookworm-slim AS tools
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NAGA_ROOT=/app NAGA_STORAGE_DIR=/data/files HOSTNAME=0.0.0.0 PORT=8000
RUN mkdir -p /data/files && chown -R node:node /data
COPY --from=tools /app/node_modules ./node_modules
COPY --from=build /app/package.json /app/tsconfig.json ./
COPY --from=build /app/lib ./lib
COPY --from=build /app/jobs ./jobs
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/scripts ./scripts
COPY --from=build /app/.next/standalone ./web
COPY --from=build /app/.next/static ./web/.next/static
COPY --from=build /app/public ./web/public
COPY deploy/naga /usr/local/bin/naga
USER node
EXPOSE 8000
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# web (default) · worker · any naga command: docker run … naga-sis naga db migrate
ENTRYPOINT ["naga"]
CMD ["web"]
