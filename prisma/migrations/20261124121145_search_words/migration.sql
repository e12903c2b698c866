-- CreateTable
CREATE TABLE "person_search_word" (
    "word" TEXT NOT NULL,
    "is_part" BOOLEAN NOT NULL,

    CONSTRAINT "person_search_word_pkey" PRIMARY KEY ("word")
);
