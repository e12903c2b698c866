/** Loads every module that declares why files are kept, for the doors through which files come and go. */
import "@/lib/people/details/files";
import "@/lib/people/own-data/files";
import "@/lib/people/photos/files";
import "@/lib/people/imports/files";
import "@/lib/people/change-requests/files";
import "@/lib/platform/change-sets/files";
import "@/lib/people/print/files";
import "@/lib/people/lists/files";
import "@/lib/messages/files";
import "@/lib/calendar/import-area";
import "@/lib/curriculum/import-area";
