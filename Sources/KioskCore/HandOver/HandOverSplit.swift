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
        let costs = entries.map { Self.cost($0, order.trees) }
        guard room >= costs.max() ?? 0 else { throw KioskError(.discSmall, "\(capacity)") }
        var left = 0
        for group in entries.byClass.map(\.places) {
            let cost = group.reduce(0) { $0 + costs[$1] }
            if cost <= room, cost > left { begin(&left, room) }
            for entry in group {
                if costs[entry] > left { begin(&left, room) }
                volumes[volumes.count - 1].append(entry)
                left -= costs[entry]
            }
        }
    }

    private mutating func begin(_ left: inout Int, _ room: Int) {
        volumes.append([])
        left = room
    }

    private static func cost(_ entry: HandOverEntry, _ trees: [Layout.Tree]) -> Int {
        let lists =
            entry.portrait.code.count * 4 / 3
            + entry.places.reduce(0) { $0 + 4 * $1.path.utf8.count }
        return trees.reduce(onSheets + lists) { sum, tree in
            sum + (entry.byteCount(tree.picture) + block - 1) / block * block + perFile
        }
    }
}
