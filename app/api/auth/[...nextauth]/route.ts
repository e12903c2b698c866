import { answerNextAuth } from "@/lib/platform/auth/next-auth-route";

// next-auth speaks its own protocol (form posts, redirects), so this is the one route without the wrapper.
export { answerNextAuth as GET, answerNextAuth as POST };
