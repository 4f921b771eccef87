import Foundation

/// A locale whose names are UTF-8, for one thread and one call: libarchive takes and gives names as the locale says.
final class UTF8Locale {
    private let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

    deinit { if let locale { freelocale(locale) } }

    /// Does something in it.
    func with<Value>(_ body: () -> Value) -> Value {
        let before = uselocale(locale)
        defer { uselocale(before) }
        return body()
    }
}
