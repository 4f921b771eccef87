/// How an order goes on media that are too small for all of it: by class where that can be, in the order in which they
/// were taken.
struct HandOverSplit {
    /// The places in the order's entries of what goes on each.
    private(set) var volumes: [[Int]] = []

    /// The bytes of a block (ECMA-119, 6.1.2).
    private static let block = 2_048
    /// What a file costs besides its blocks, bytes: its records in the trees of ISO 9660 with Rock Ridge and of Joliet,
    /// or twice in an archive, and its line of checksums, with the longest names.
    private static let perFile = 1_400
    /// What a folder costs, bytes: a block in each tree (ECMA-119, 6.8.1), its own records there, in the folder above and
    /// in the path tables.
    private static let perFolder = 2 * block + 1_400
    /// What a portrait costs on the sheets, bytes: its small picture as text, and its line to sign.
    private static let onSheets = 7_000
    /// What a medium holds besides, bytes: its own structure, the read-me, the pages' heads.
    private static let structure = 1_000_000
    /// What a portrait takes on each medium in the lists of all, bytes.
    private static let inLists = 1_200

    /// - Throws: `disc.small` where not even one portrait goes on a medium.
    init(_ entries: [HandOverEntry], _ order: HandOverOrder) throws(KioskError) {
        guard let capacity = order.capacity else {
            volumes = [Array(entries.indices)]
            return
        }
        let room = capacity - Self.structure - entries.count * Self.inLists
        let costs = entries.map { Cost($0, order.trees) }
        guard room >= costs.map({ $0.bytes(beside: []) }).max() ?? 0 else {
            throw KioskError(.discSmall, "\(capacity)")
        }
        var free = Free()
        for group in entries.byClass.map(\.places) {
            var whole = free
            let alone = Free.begun(room)
            if group.contains(where: { !whole.take(costs[$0]) }),
                alone.holds(group.map { costs[$0] })
            {
                free = begin(room)
            }
            for entry in group {
                if !free.take(costs[entry]) {
                    free = begin(room)
                    free.take(costs[entry])
                }
                volumes[volumes.count - 1].append(entry)
            }
        }
    }

    private mutating func begin(_ room: Int) -> Free {
        volumes.append([])
        return .begun(room)
    }

    /// What is free on a medium, and the folders that are on it.
    private struct Free {
        private var bytes = 0
        private var folders: Set<Substring> = []

        static func begun(_ room: Int) -> Free { Free(bytes: room) }

        /// Takes in a portrait where it still goes on.
        @discardableResult
        mutating func take(_ cost: Cost) -> Bool {
            let needed = cost.bytes(beside: folders)
            guard needed <= bytes else { return false }
            bytes -= needed
            folders.formUnion(cost.folders)
            return true
        }

        func holds(_ costs: [Cost]) -> Bool {
            var free = self
            return costs.allSatisfy { free.take($0) }
        }
    }

    /// What a portrait takes on its medium.
    private struct Cost {
        /// The folders above its pictures, by their paths.
        let folders: Set<Substring>
        private let files: Int

        init(_ entry: HandOverEntry, _ trees: [Layout.Tree]) {
            folders = Set(entry.places.flatMap { Self.folders(above: $0.path) })
            let lists =
                entry.portrait.code.count * 4 / 3
                + entry.places.reduce(0) { $0 + 4 * $1.path.utf8.count }
            files = trees.reduce(onSheets + lists) { sum, tree in
                sum + (entry.byteCount(tree.picture) + block - 1) / block * block + perFile
            }
        }

        /// The bytes, where some folders are there already.
        func bytes(beside others: Set<Substring>) -> Int {
            files + folders.count { !others.contains($0) } * perFolder
        }

        private static func folders(above path: String) -> [Substring] {
            path.indices.filter { path[$0] == "/" }.map { path[..<$0] }
        }
    }
}
