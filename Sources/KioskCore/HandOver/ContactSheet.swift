import FoundationEssentials

/// The contact sheet: pages of small pictures, by class, that stand in the pages themselves, so that no page holds a
/// full name or number, not even in a link. They open from the medium without a network, and print on A4.
struct ContactSheet: Sendable {
    /// A page of cards.
    struct Page: Sendable {
        let title: String
        /// The portraits on it.
        let cards: [Card]
    }

    /// What stands below a small picture.
    struct Card: Sendable {
        let id: PortraitID
        let name: String
        let number: String
        let time: String
        let verdict: Verdict
    }

    /// The most cards of a page: two megabytes that every browser scrolls through.
    private static let longest = 400

    private let title: String
    private let pages: [Page]
    private let count: Int

    /// The sheet of some portraits.
    init(_ entries: [HandOverEntry], title: String) {
        self.title = title
        count = entries.count
        pages = entries.byClass.flatMap { name, places in
            Self.pages(places.map { Card(entries[$0]) }, of: name)
        }
    }

    private static func pages(_ cards: [Card], of name: String?) -> [Page] {
        let title = name ?? HandOverNames.noClass
        let starts = Array(stride(from: 0, to: cards.count, by: longest))
        return starts.enumerated().map { index, start in
            Page(
                title: starts.count > 1 ? "\(title) (\(index + 1)/\(starts.count))" : title,
                cards: Array(cards[start..<min(cards.count, start + longest)]))
        }
    }

    /// Where its pages stand: the list of them first; one alone is the list itself.
    var paths: [String] {
        let more = pages.count > 1 ? pages.indices.map { Self.path($0) } : []
        return ["index.html"] + more
    }

    private static func path(_ page: Int) -> String { "sheets/\(page + 1).html" }

    /// A page by its number in `paths`.
    ///
    /// - Throws: what the source throws.
    func page(_ number: Int, from source: some HandOverSource) throws(KioskError) -> [UInt8] {
        guard pages.count > 1 else { return try cards(of: pages[0], isAlone: true, from: source) }
        return number == 0 ? list() : try cards(of: pages[number - 1], isAlone: false, from: source)
    }

    /// How many portraits a page shows, by its number in `paths`.
    func count(_ number: Int) -> Int {
        guard pages.count > 1 else { return pages[0].cards.count }
        return number == 0 ? 0 : pages[number - 1].cards.count
    }

    private func list() -> [UInt8] {
        var page = PageWriter(title: "\(title) · 毕业照 · \(count)", style: Self.style)
        page.add(header(title, count))
        page.add("<ul>\n")
        for (index, own) in pages.enumerated() {
            page.add(
                """
                <li><a href="\(Self.path(index))"><bdi>\(PageWriter.escaped(own.title))</bdi></a> \
                <small>\(own.cards.count) 张</small></li>

                """)
        }
        page.add("</ul>\n")
        return page.finished()
    }

    private func cards(of own: Page, isAlone: Bool, from source: some HandOverSource)
        throws(KioskError) -> [UInt8]
    {
        let name = isAlone && own.title == HandOverNames.noClass ? title : "\(title) · \(own.title)"
        var page = PageWriter(
            title: "\(name) · 毕业照 · \(own.cards.count)", style: Self.style, isShowingPictures: true)
        page.add(header(name, own.cards.count))
        if !isAlone { page.add("<nav><a href=\"../index.html\">全部班级 · all classes</a></nav>\n") }
        page.add("<main>\n")
        for card in own.cards {
            let picture = Data(try source.thumbnail(card.id)).base64EncodedString()
            page.add(card.markup(picture))
        }
        page.add("</main>\n")
        return page.finished()
    }

    private func header(_ title: String, _ count: Int) -> String {
        """
        <header>
        <h1><bdi>\(PageWriter.escaped(title))</bdi></h1>
        <p>毕业照 \(count) 张 · \(count) portraits</p>
        </header>

        """
    }

    private static let style = """
        nav { margin-bottom: 1rem; }
        ul { columns: 3; padding-left: 1.2rem; }
        main { display: grid; gap: 10px; grid-template-columns: repeat(auto-fill, minmax(130px, 1fr)); }
        figure {
          margin: 0; padding: 6px; text-align: center; border: 1px solid #ccd; border-radius: 6px;
          break-inside: avoid; overflow-wrap: anywhere;
        }
        figure.look { border: 2px solid #b45f06; }
        img { width: 120px; height: 160px; object-fit: contain; background: #eef; }
        figcaption { line-height: 1.35; font-size: 13px; }
        em { font-style: normal; color: #b45f06; }
        @media print {
          nav { display: none; }
          main { grid-template-columns: repeat(6, 1fr); gap: 2mm; }
          img { width: 25mm; height: 33mm; }
          figcaption { font-size: 8pt; }
        }
        """
}

extension ContactSheet.Card {
    fileprivate init(_ entry: HandOverEntry) {
        let portrait = entry.portrait
        id = entry.id
        name = portrait.maskedName.isEmpty ? "—" : portrait.maskedName
        // Fourteen stars say nothing and fill two lines.
        let number = portrait.maskedNumber
        let end = number.drop { $0 == "*" }
        self.number = end.count < number.count ? "…\(end)" : number
        time = "\(portrait.takenAt.local.date) \(portrait.takenAt.local.time)"
        verdict = portrait.verdict
    }

    /// Its markup, with the picture in Base64.
    fileprivate func markup(_ picture: String) -> String {
        let escaped = PageWriter.escaped
        let judged = verdict == .pass ? "" : "<em>\(CheckWords.title(verdict).zh)</em> "
        return """
            <figure class="\(verdict == .pass ? "pass" : "look")">
            <img src="data:image/jpeg;base64,\(picture)" alt="\(id.sequence)">
            <figcaption><b>\(id.sequence)</b> <bdi>\(escaped(name))</bdi><br>
            <bdi>\(escaped(number))</bdi><br>
            \(judged)<small>\(time)</small></figcaption>
            </figure>

            """
    }
}
