import { answerBackchannelLogout } from "@/lib/platform/auth/keycloak/backchannel-route";

// A machine calls, without cookie and Origin, and speaks OpenID's protocol: no wrapper fits.
export { answerBackchannelLogout as POST };
