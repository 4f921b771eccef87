/// What systems leave on a medium that they looked at: nobody's portrait, and no reason not to hand it over.
public enum SystemLeftovers {
    /// Whether a path on a disc is one of them, or in one of them.
    public static func contains(_ path: String) -> Bool {
        path.split(separator: "/").contains { part in
            names.contains(part.lowercased()) || part.hasPrefix("._")
        }
    }

    /// Windows Explorer's, the Finder's, Spotlight's, and the folders both keep on every stick; fsck's and a
    /// desktop's on Linux.
    private static let names: Set<String> = [
        "thumbs.db", "ehthumbs.db", "desktop.ini", "system volume information", "$recycle.bin",
        ".ds_store", ".spotlight-v100", ".trashes", ".fseventsd", ".temporaryitems",
        ".documentrevisions-v100", ".apdisk", "lost+found", ".directory", ".trash-1000",
    ]
}
