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
}
