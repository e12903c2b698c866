# One image for every environment: web, worker and the `naga` command. What differs comes from variables at start.
# How to build and run it: docs/image.md
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
ARG NAGA_DEPLOYMENT_ID=""
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NAGA_DEPLOYMENT_ID=$NAGA_DEPLOYMENT_ID
RUN PRISMA_SCHEMA_ENGINE_BINARY=/bin/true node node_modules/prisma/build/index.js generate
# Next names its server actions after this value, so every build takes the same one: a form that was opened before a
# deployment still works after it. It is public and encrypts nothing: the key of the same name comes at start.
RUN NEXT_SERVER_ACTIONS_ENCRYPTION_KEY="$(printf 'naga-sis names its actions' | sha256sum | head -c 32 | base64)" \
    node node_modules/next/dist/bin/next build
# The worker and the command line run from source, through tsx, with the packages that they need.
RUN node scripts/image/worker-packages.mjs /tools

FROM node:24-bookworm-slim
WORKDIR /app
ARG NAGA_DEPLOYMENT_ID=""
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NAGA_DEPLOYMENT_ID=$NAGA_DEPLOYMENT_ID \
    NAGA_STORAGE_DIR=/data/files HOSTNAME=0.0.0.0 PORT=8000
RUN mkdir -p /data/files && chown -R node:node /data
COPY --from=build /tools ./
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
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["naga", "healthy"]
# web (default) · worker · any naga command: docker run … naga-sis db migrate
ENTRYPOINT ["naga"]
CMD ["web"]
