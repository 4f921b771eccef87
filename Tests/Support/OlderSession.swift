import Foundation

/// A session as an earlier version of the program left it.
public enum OlderSession {
    /// Takes a session's file back to a version of its tables, 1 to the newest.
    public static func take(_ name: String, in folder: TestFolder, backTo version: Int) throws {
        let steps = back.keys.filter { $0 > version }.sorted(by: >).compactMap { back[$0] }
        let sql = steps.joined() + "PRAGMA user_version = \(version);"
        let run = try Program.run("sqlite3", [folder.file(name), sql], in: folder)
        guard run.status == 0 else { throw RecordedDay.Refused(run: run) }
    }

    /// What takes a session back from a version to the one before.
    private static let back = [
        7: """
        PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON;
        DROP INDEX person_number; DROP INDEX portrait_person; DROP INDEX portrait_class;
        DROP INDEX change_portrait;
        ALTER TABLE portrait RENAME TO portrait_of_7;
        \(portraitBeforePictures)
        INSERT INTO portrait SELECT sequence, person, code_digest, taken_at_ms, utc_offset, rule, crop_x,
            crop_y, crop_width, crop_height, picture.jpeg, sha256, quality, subsampling, verdict,
            voided_because, number_because, pixels_sha256, rule_width, rule_height, rule_dpi,
            failed_because, profile_sha256, colour_engine
        FROM portrait_of_7 JOIN picture ON picture.portrait = sequence;
        DROP TABLE portrait_of_7; DROP TABLE picture; DROP TABLE thumbnail; DROP TABLE class_turn;
        ALTER TABLE set_aside DROP COLUMN class;
        DROP TABLE class;
        DELETE FROM grdb_migrations WHERE identifier = '7 hand-over';
        """,
        6: """
        ALTER TABLE portrait DROP COLUMN profile_sha256;
        ALTER TABLE portrait DROP COLUMN colour_engine;
        DELETE FROM grdb_migrations WHERE identifier = '6 colours';
        """,
        5: """
        ALTER TABLE portrait DROP COLUMN failed_because;
        DELETE FROM grdb_migrations WHERE identifier = '5 failed';
        """,
        4: """
        ALTER TABLE portrait DROP COLUMN pixels_sha256;
        ALTER TABLE portrait DROP COLUMN rule_width;
        ALTER TABLE portrait DROP COLUMN rule_height;
        ALTER TABLE portrait DROP COLUMN rule_dpi;
        DELETE FROM grdb_migrations WHERE identifier = '4 proof';
        """,
        3: """
        ALTER TABLE original DROP COLUMN mount;
        DELETE FROM grdb_migrations WHERE identifier = '3 mount';
        """,
        2: """
        DROP TABLE change; DROP TABLE set_aside;
        ALTER TABLE portrait DROP COLUMN number_because;
        DELETE FROM grdb_migrations WHERE identifier = '2 afterwards';
        """,
    ]

    /// The table as versions 1 to 6 made it, the picture in the middle of each row: to the letter, as SQLite keeps it.
    private static let portraitBeforePictures = """
        CREATE TABLE portrait (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES person (id),
            code_digest TEXT NOT NULL,
            taken_at_ms INTEGER NOT NULL,
            utc_offset INTEGER NOT NULL,
            rule TEXT NOT NULL,
            crop_x INTEGER NOT NULL,
            crop_y INTEGER NOT NULL,
            crop_width INTEGER NOT NULL,
            crop_height INTEGER NOT NULL,
            jpeg BLOB NOT NULL,
            sha256 TEXT NOT NULL,
            quality INTEGER NOT NULL,
            subsampling TEXT NOT NULL,
            verdict TEXT NOT NULL,
            voided_because TEXT
        ) STRICT;
        ALTER TABLE portrait ADD COLUMN number_because TEXT;
        ALTER TABLE portrait ADD COLUMN pixels_sha256 TEXT;
        ALTER TABLE portrait ADD COLUMN rule_width INTEGER;
        ALTER TABLE portrait ADD COLUMN rule_height INTEGER;
        ALTER TABLE portrait ADD COLUMN rule_dpi INTEGER;
        ALTER TABLE portrait ADD COLUMN failed_because TEXT;
        ALTER TABLE portrait ADD COLUMN profile_sha256 TEXT;
        ALTER TABLE portrait ADD COLUMN colour_engine TEXT;
        """
}
