/// What README.txt says of where the pictures are and what they are called.
struct HandOverReadmePlaces {
    private let trees: [Layout.Tree]
    private let entries: [HandOverEntry]

    /// The pictures of some trees, as they stand on a medium.
    init(_ trees: [Layout.Tree], _ entries: [HandOverEntry]) {
        (self.trees, self.entries) = (trees, entries)
    }

    /// That in words, with line breaks as the text around them has.
    var words: Phrase {
        let originals = folders(of: .original)
        guard let portraits = folders(of: .portrait) else {
            return Self.onlyOriginals.filled(["zh": originals?.zh ?? "", "en": originals?.en ?? ""])
        }
        let parts =
            [Self.portraits.filled(["zh": portraits.zh, "en": portraits.en]), naming]
            + [originals.map { Self.originals.filled(["zh": $0.zh, "en": $0.en]) }].compactMap {
                $0
            }
        return Phrase(
            zh: parts.map(\.zh).joined(separator: "\n   "),
            en: parts.map(\.en).joined(separator: "\n   "))
    }

    /// How the portrait that is uploaded is called: one by the ID number, or none.
    private var naming: Phrase {
        let isNumber = trees.contains { $0.picture == .portrait && $0.file.text == "{id}" }
        return isNumber ? Self.byNumber : Self.byOther
    }

    /// The topmost folders of what holds some pictures; nil where nothing does.
    private func folders(of picture: Layout.Tree.Picture) -> Phrase? {
        let places = trees.indices.filter { trees[$0].picture == picture }
        guard !places.isEmpty else { return nil }
        let names = Set(places.flatMap { topmost(of: $0) }).sorted { $0 ?? "" < $1 ?? "" }
        let (zh, en) = (names.map { $0 ?? "本文件夹" }, names.map { $0 ?? "this very folder" })
        return Phrase(zh: zh.joined(separator: "、"), en: en.joined(separator: ", "))
    }

    /// More folders than these are told by their pattern.
    private static let most = 3

    /// A tree's topmost folders as they stand there; nil for none above its files.
    private func topmost(of tree: Int) -> [String?] {
        let names = Set(entries.map { Self.topmost($0.places[tree].path) })
        guard names.count > Self.most, let first = trees[tree].folders.first else {
            return Array(names)
        }
        return [first.filled { "<\($0.rawValue)>" }]
    }

    private static func topmost(_ path: String) -> String? {
        path.firstIndex(of: "/").map { String(path[..<$0]) }
    }

    private static let portraits = Phrase(
        zh: "证件照（JPEG）在 {zh} 里。", en: "The portraits (JPEG) are in {en}.")
    private static let originals = Phrase(
        zh: "{zh} 里是相机原图，不用于上传。",
        en: "{en} holds the camera's pictures, which are not for uploading.")
    private static let onlyOriginals = Phrase(
        zh: "{zh} 里是相机原图，不用于上传；证件照不在这里，请向照相馆索取。",
        en:
            "{en} holds the camera's pictures, which are not for uploading; the portraits are not here: ask the studio."
    )
    private static let byNumber = Phrase(
        zh: "学信网需要的那一张以证件号码命名；没有登记号码的，用采集码的编号命名。",
        en: "The one for CHSI is named by the ID number or, where none was given, by its code.")
    private static let byOther = Phrase(
        zh: "这里的文件名不是证件号码；学信网需要的那一张，上传前请改名为“证件号码.jpg”。",
        en: "No file is named by the ID number: for CHSI rename the portrait to <ID number>.jpg.")
}
