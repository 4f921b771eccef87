/// What a school orders: one or more trees of files, each with every portrait under a name of its own.
public struct Layout: Hashable, Sendable {
    /// A tree: where its files stand and what they hold.
    public struct Tree: Hashable, Sendable {
        /// What a file of it holds.
        public enum Picture: String, CaseIterable, Hashable, Sendable {
            /// The finished portrait.
            case portrait
            /// The whole picture that the portrait was cropped from, as the camera delivered it.
            case original
        }

        /// The folders from the root down.
        public let folders: [NameTemplate]
        /// The file's name, without its ending.
        public let file: NameTemplate
        /// What it holds.
        public let picture: Picture

        /// Folders deeper than this are in the way of people and of old readers (ISO 9660: eight levels in all).
        public static let deepest = 5

        /// A tree.
        ///
        /// - Parameter folder: with a slash between folders; empty for the root. Nil where a template is not right, or
        ///   where it leads out of the root or too deep.
        public init?(folder: String, file: String, picture: Picture = .portrait) {
            let parts = folder.split(separator: "/", omittingEmptySubsequences: true)
            let folders = parts.compactMap { NameTemplate(String($0)) }
            guard let file = NameTemplate(file), !file.text.contains("/"), !file.text.isEmpty,
                folders.count == parts.count, parts.count <= Self.deepest, !folder.hasPrefix("/"),
                parts.allSatisfy({ !HandOverNames.cleaned(String($0)).isEmpty })
            else { return nil }
            (self.folders, self.file, self.picture) = (folders, file, picture)
        }
    }

    /// What `--layout` calls it.
    public let name: String
    /// Its trees, in order; the first is the one that lists name.
    public let trees: [Tree]
    /// Whether `INDEX.TXT` stands in the root, as school-photo programs read it.
    public let hasIndex: Bool

    /// A layout of those trees.
    public init(name: String, trees: [Tree], hasIndex: Bool = false) {
        (self.name, self.trees, self.hasIndex) = (name, trees, hasIndex)
    }
}

extension Layout {
    /// This notice's: `PHOTOS/<id>.jpg`, or the file's name of `naming.file`.
    public static func notice(file: String) -> Layout {
        Layout(name: "notice", trees: [Tree(folder: "PHOTOS", file: file)].compactMap { $0 })
    }

    /// The layouts there are without kiosk.conf.
    ///
    /// `pspa` is the form of the Professional School Photographers Association that yearbook programs read: picture
    /// folders, and beside them INDEX.TXT.
    public static func shipped(file: String) -> [Layout] {
        [
            notice(file: file),
            one("class", "按班级/{class}", "{class}+{student}"),
            one("student", "按学号", "{student}"),
            one("pspa", "IMAGES", "{sequence}", hasIndex: true),
        ]
    }

    private static func one(
        _ name: String, _ folder: String, _ file: String, hasIndex: Bool = false
    ) -> Layout {
        let trees = [Tree(folder: folder, file: file)].compactMap { $0 }
        return Layout(name: name, trees: trees, hasIndex: hasIndex)
    }
}
