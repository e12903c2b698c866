/** Loads every module that declares why files are kept, for the doors through which files come and go. */
import "@/lib/studies/import/files";
import "@/lib/platform/change-sets/files";
