/** The hashed address of a font file; see `turbopack.rules` in next.config.mjs. */
declare module "*.woff2?address" {
  const address: string;
  export default address;
}
