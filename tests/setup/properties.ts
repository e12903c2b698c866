import fc from "fast-check";

// A push must be judged by what it changed: in CI properties are tried on the same values every time. On a developer's
// machine they are tried on new ones, and what they find becomes an example.
if (process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_260_412 });
