-- Records and texts of matters are only ever added; a given number is never given back; bytes never change under their hash.
CREATE TRIGGER "matter_record_append_only" BEFORE UPDATE OR DELETE ON "matter_record"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "matter_record_never_emptied" BEFORE TRUNCATE ON "matter_record"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "text_version_append_only" BEFORE UPDATE OR DELETE ON "text_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "text_version_never_emptied" BEFORE TRUNCATE ON "text_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
-- A number may be voided, which is a change of its row.
CREATE TRIGGER "issued_number_never_deleted" BEFORE DELETE ON "issued_number"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "issued_number_never_emptied" BEFORE TRUNCATE ON "issued_number"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
-- Bytes that no file names any more may be swept away.
CREATE TRIGGER "blob_never_changed" BEFORE UPDATE ON "blob"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "blob_bytes_never_changed" BEFORE UPDATE ON "blob_bytes"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
