/// signatures.html: the operator's own sheet, a line a student in the order taken, to be signed. Masked names and numbers.
enum SignatureSheet {
    /// The page.
    static func html(_ entries: [HandOverEntry], title: String) -> [UInt8] {
        var page = PageWriter(title: "\(title) · 签名表", style: style)
        page.add(
            """
            <header>
            <h1><bdi>\(PageWriter.escaped(title))</bdi> · 拍照签名表</h1>
            <p>本人已核对照片与信息 · I have checked that the portrait is mine · \(entries.count)</p>
            </header>
            <table>
            <thead><tr><th>序号<th>班级<th>姓名<th>证件号码<th>拍摄时间<th>本人签名</tr></thead>
            <tbody>

            """)
        // Places are sorted, not entries: those are long.
        for place in entries.indices.sorted(by: { isBefore(entries[$0], entries[$1]) }) {
            page.add(row(entries[place]))
        }
        page.add("</tbody>\n</table>\n")
        return page.finished()
    }

    /// In the order taken, across sessions.
    private static func isBefore(_ first: HandOverEntry, _ second: HandOverEntry) -> Bool {
        let (one, two) = (first.portrait.takenAt, second.portrait.takenAt)
        return one == two ? first.id.sequence < second.id.sequence : one < two
    }

    private static func row(_ entry: HandOverEntry) -> String {
        let portrait = entry.portrait
        let cells = [
            "\(entry.id.sequence)", portrait.className ?? "", portrait.maskedName,
            portrait.maskedNumber, "\(portrait.takenAt.local.date) \(portrait.takenAt.local.time)",
            "",
        ]
        return "<tr>" + cells.map { "<td><bdi>\(PageWriter.escaped($0))</bdi>" }.joined()
            + "</tr>\n"
    }

    private static let style = """
        table { border-collapse: collapse; width: 100%; }
        th, td { border: 1px solid #889; padding: 2px 6px; text-align: left; }
        td { height: 9mm; }
        th:last-child { width: 45mm; }
        td:first-child { text-align: right; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        """
}
