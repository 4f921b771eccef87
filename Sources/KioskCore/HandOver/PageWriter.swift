/// Writes a page of HTML that runs nothing and fetches nothing, from whatever medium it is opened.
struct PageWriter {
    private(set) var bytes: [UInt8] = []

    /// Begins a page.
    ///
    /// - Parameters:
    ///   - title: of the window, and above the page.
    ///   - isShowingPictures: whether pictures stand in it, in the page itself.
    init(title: String, style: String, isShowingPictures: Bool = false) {
        let images = isShowingPictures ? " img-src data:;" : ""
        add(
            """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none';\(images) style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.escaped(title))</title>
            <style>
            \(Self.common)
            \(style)
            </style>
            </head>
            <body>

            """)
    }

    /// Adds markup.
    mutating func add(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// Ends the page.
    consuming func finished() -> [UInt8] {
        add("</body>\n</html>\n")
        return bytes
    }

    /// Text as markup, also inside of quotes.
    static func escaped(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { !special.contains($0) }
        return isPlain
            ? text
            : text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    private static let special = Set("&<>\"".utf8)

    private static let common = """
        @page { size: A4; margin: 12mm; }
        body {
          margin: 2rem; color: #223; background: #fff;
          font: 15px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
        }
        h1 { margin: 0; font-size: 1.4rem; }
        header { margin-bottom: 1.2rem; }
        header p { margin: 0; color: #567; }
        small { color: #567; }
        @media print { body { margin: 0; font-size: 9pt; } }
        """
}
