/** Loads every module that declares what is not kept for ever, for the nightly job and the page that shows it. */
import "@/lib/people/retention/applicants";
import "@/lib/people/retention/photos";
import "@/lib/platform/retention/rules";
