import type { Tx } from '../db.server.ts'

/** The matters that were opened to adjust a decision, the oldest first. */
export const findAdjusting = (tx: Tx, matterId: string): Promise<Array<{ id: string; title: string }>> =>
  tx.$queryRaw`
    SELECT matter.id, matter.title FROM matter
    WHERE EXISTS (SELECT 1 FROM matter_record record WHERE record.matter_id = matter.id AND record.kind = 'opened'
      AND record.payload->'payload'->>'adjustsMatterId' = ${matterId})
    ORDER BY matter.id`
