-- CreateTable
CREATE TABLE "done_task" (
    "matter_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "due_on" TEXT,
    "done_on" TEXT NOT NULL,
    "end" TEXT NOT NULL,

    CONSTRAINT "done_task_pkey" PRIMARY KEY ("matter_id","seq","act","unit_id","role")
);

-- CreateTable
CREATE TABLE "matter_measure" (
    "matter_id" TEXT NOT NULL,
    "format" INTEGER NOT NULL,
    "first_year" INTEGER NOT NULL,
    "last_year" INTEGER NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "matter_measure_pkey" PRIMARY KEY ("matter_id")
);

-- CreateIndex
CREATE INDEX "done_task_unit_id_done_on_idx" ON "done_task"("unit_id", "done_on");

-- CreateIndex
CREATE INDEX "done_task_done_on_idx" ON "done_task"("done_on");

-- CreateIndex
CREATE INDEX "matter_measure_last_year_first_year_idx" ON "matter_measure"("last_year", "first_year");

-- AddForeignKey
ALTER TABLE "done_task" ADD CONSTRAINT "done_task_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter_measure" ADD CONSTRAINT "matter_measure_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
