-- CreateTable
CREATE TABLE "law_version" (
    "id" TEXT NOT NULL,
    "law_id" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "held" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "law_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "law_version_law_id_idx" ON "law_version"("law_id");

-- CreateIndex
CREATE UNIQUE INDEX "law_version_law_id_date_hash_key" ON "law_version"("law_id", "date", "hash");

-- AddForeignKey
ALTER TABLE "law_version" ADD CONSTRAINT "law_version_law_id_fkey" FOREIGN KEY ("law_id") REFERENCES "law"("id") ON DELETE CASCADE ON UPDATE CASCADE;
