/// index.html: a contact sheet that opens from the disc without a network. Masked names and
/// numbers only.
enum ContactSheet {
    static func html(_ entries: [DiscEntry], title: String) -> String {
        let cards = entries.map(card).joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="zh">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(title)) · 毕业照 · \(entries.count)</title>
            <style>
            \(style)
            </style>
            </head>
            <body>
            <header>
            <h1>\(escaped(title))</h1>
            <p>毕业照 \(entries.count) 张 · \(entries.count) portraits</p>
            </header>
            <main>
            \(cards)
            </main>
            </body>
            </html>

            """
    }

    private static func card(_ entry: DiscEntry) -> String {
        let portrait = entry.portrait
        let name = portrait.maskedName.isEmpty ? "—" : portrait.maskedName
        let path = escaped(reference(entry.path))
        let time = "\(portrait.takenAt.local.date) \(portrait.takenAt.local.time)"
        return """
            <figure class="\(portrait.verdict == .pass ? "pass" : "look")">
            <a href="\(path)">
            <img src="\(path)" width="180" height="240" alt="\(portrait.sequence)" loading="lazy">
            </a>
            <figcaption>
            <b>\(portrait.sequence)</b> <bdi>\(escaped(name))</bdi><br>
            <bdi>\(escaped(portrait.maskedNumber))</bdi><br>
            <small>\(time)</small>
            </figcaption>
            </figure>
            """
    }

    private static let style = """
        body {
          margin: 2rem; color: #223; background: #f4f6f8;
          font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif;
        }
        header { margin-bottom: 1.5rem; }
        h1 { margin: 0; font-size: 1.4rem; }
        header p { margin: 0; color: #678; }
        main {
          display: grid; gap: 1rem;
          grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
        }
        figure {
          margin: 0; padding: 10px; text-align: center; break-inside: avoid;
          background: #fff; border-radius: 8px; box-shadow: 0 1px 3px #0002;
        }
        figure.look { outline: 2px solid #e8a33d; }
        img { border-radius: 4px; background: #dde; }
        figcaption { margin-top: 6px; }
        small { color: #789; }
        @media print {
          body { margin: 0; background: #fff; }
          figure { box-shadow: none; border: 1px solid #ccc; }
        }
        """

    /// Nothing is run, and nothing fetched but what lies on the disc.
    private static let policy =
        "default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'"

    /// A path as a browser takes it: a number sign, a percent sign and a question mark have a meaning of their own.
    private static func reference(_ path: String) -> String {
        path.replacing("%", with: "%25").replacing("#", with: "%23").replacing("?", with: "%3F")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
