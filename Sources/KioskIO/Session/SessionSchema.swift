import Foundation
import GRDB
import KioskCore

/// The tables of a session's file, grown by named migrations.
///
/// Everything that tells who a person is stands in `person` and nowhere else, so that deletion and
/// sealing find one place.
enum SessionSchema {
    /// `application_id` of SQLite's header: "KIOS".
    static let applicationID = 0x4B49_4F53
    /// `user_version` of SQLite's header: the newest version this program writes.
    static let version = 7

    static func migrator(name: SessionName) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 session") { database in
            try database.execute(sql: first)
            try database.execute(
                sql: "INSERT INTO session (id, name, lookup_key) VALUES (1, ?, ?)",
                arguments: ["\(name)", Data(KeyedHash.newKey())])
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("2 afterwards") { database in
            try database.execute(sql: afterwards)
            try database.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3 mount") { database in
            try database.execute(sql: mount)
            try database.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4 proof") { database in
            try database.execute(sql: proof)
            try database.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("5 failed") { database in
            try database.execute(sql: failed)
            try database.execute(sql: "PRAGMA user_version = 5")
        }
        migrator.registerMigration("6 colours") { database in
            try database.execute(sql: colours)
            try database.execute(sql: "PRAGMA user_version = 6")
        }
        migrator.registerMigration("7 hand-over") { database in
            try database.execute(sql: handOver)
            try fillThumbnails(database)
            try database.execute(sql: "PRAGMA user_version = 7")
        }
        return migrator
    }

    /// Classes, and pictures in tables of their own: a row that holds none is read without one. Both what is asked
    /// of a person's portraits and of a portrait's changes is found by an index.
    private static let handOver = """
        CREATE TABLE picture (
            portrait INTEGER PRIMARY KEY REFERENCES portrait (sequence),
            jpeg BLOB NOT NULL
        ) STRICT;
        CREATE TABLE thumbnail (
            portrait INTEGER PRIMARY KEY REFERENCES portrait (sequence),
            jpeg BLOB NOT NULL
        ) STRICT;
        CREATE TABLE class (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE class_turn (
            id INTEGER PRIMARY KEY,
            class INTEGER NOT NULL REFERENCES class (id),
            began_at_ms INTEGER NOT NULL,
            began_utc_offset INTEGER NOT NULL,
            ended_at_ms INTEGER,
            ended_utc_offset INTEGER,
            refused INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        INSERT INTO picture (portrait, jpeg) SELECT sequence, jpeg FROM portrait;
        ALTER TABLE portrait ADD COLUMN byte_count INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE portrait ADD COLUMN class INTEGER REFERENCES class (id);
        ALTER TABLE set_aside ADD COLUMN class INTEGER REFERENCES class (id);
        UPDATE portrait SET byte_count = length(jpeg);
        ALTER TABLE portrait DROP COLUMN jpeg;
        CREATE INDEX person_number ON person (id_number_lookup);
        CREATE INDEX portrait_person ON portrait (person);
        CREATE INDEX portrait_class ON portrait (class);
        CREATE INDEX change_portrait ON change (portrait);
        """

    /// Makes the small pictures of portraits that were stored without one; a portrait that is damaged gets none, and
    /// is told of where it is read.
    private static func fillThumbnails(_ database: Database) throws {
        for sequence in try Int.fetchAll(database, sql: "SELECT portrait FROM picture") {
            let jpeg = try Data.fetchOne(
                database, sql: "SELECT jpeg FROM picture WHERE portrait = ?", arguments: [sequence])
            guard let jpeg, let small = try? Thumbnail.of(Array(jpeg)) else { continue }
            try database.execute(
                sql: "INSERT INTO thumbnail (portrait, jpeg) VALUES (?, ?)",
                arguments: [sequence, Data(small)])
        }
    }

    /// How the original's colours were brought to sRGB: the SHA-256 of its profile, and by which
    /// version of which library. NULL where they were taken as they are, and in older rows.
    private static let colours = """
        ALTER TABLE portrait ADD COLUMN profile_sha256 TEXT;
        ALTER TABLE portrait ADD COLUMN colour_engine TEXT;
        """

    /// Why a portrait that fails the rule was stored all the same. NULL in older rows.
    private static let failed = "ALTER TABLE portrait ADD COLUMN failed_because TEXT;"

    /// What happens to a portrait later, and who will come back.
    private static let afterwards = """
        ALTER TABLE portrait ADD COLUMN number_because TEXT;
        CREATE TABLE change (
            id INTEGER PRIMARY KEY,
            portrait INTEGER NOT NULL REFERENCES portrait (sequence),
            at_ms INTEGER NOT NULL,
            utc_offset INTEGER NOT NULL,
            what TEXT NOT NULL,
            because TEXT NOT NULL
        ) STRICT;
        CREATE TABLE set_aside (
            id INTEGER PRIMARY KEY,
            person INTEGER REFERENCES person (id),
            at_ms INTEGER NOT NULL,
            utc_offset INTEGER NOT NULL
        ) STRICT;
        """

    /// How the camera was fixed, degrees: the original's bytes are as it delivered them.
    private static let mount = "ALTER TABLE original ADD COLUMN mount INTEGER NOT NULL DEFAULT 0;"

    /// What a portrait can be made again with and compared with: the SHA-256 of its R G B bytes before
    /// encoding and the rule's size and tag. NULL in older rows.
    private static let proof = """
        ALTER TABLE portrait ADD COLUMN pixels_sha256 TEXT;
        ALTER TABLE portrait ADD COLUMN rule_width INTEGER;
        ALTER TABLE portrait ADD COLUMN rule_height INTEGER;
        ALTER TABLE portrait ADD COLUMN rule_dpi INTEGER;
        """

    private static let first = """
        CREATE TABLE session (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            name TEXT NOT NULL,
            lookup_key BLOB NOT NULL
        ) STRICT;
        CREATE TABLE person (
            id INTEGER PRIMARY KEY,
            code BLOB NOT NULL,
            code_lookup BLOB NOT NULL UNIQUE,
            code_reader TEXT NOT NULL,
            id_number TEXT,
            id_number_lookup BLOB
        ) STRICT;
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
        CREATE TABLE original (
            portrait INTEGER PRIMARY KEY REFERENCES portrait (sequence),
            format TEXT NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            stride INTEGER NOT NULL,
            matrix TEXT NOT NULL,
            full_range INTEGER NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE portrait_check (
            portrait INTEGER NOT NULL REFERENCES portrait (sequence),
            name TEXT NOT NULL,
            value REAL,
            unit TEXT NOT NULL,
            low REAL NOT NULL,
            high REAL NOT NULL,
            verdict TEXT NOT NULL,
            PRIMARY KEY (portrait, name)
        ) STRICT;
        CREATE TABLE attempt (
            portrait INTEGER NOT NULL REFERENCES portrait (sequence),
            number INTEGER NOT NULL,
            seconds REAL NOT NULL,
            outcome TEXT NOT NULL,
            verdict TEXT,
            PRIMARY KEY (portrait, number)
        ) STRICT;
        """
}
