/// One key of a configuration file, as the TOML reader saw it.
public struct ConfigEntry: Hashable, Sendable {
    /// The key's path: `camera.source`, `rule[0].name`, `rule[0].bytes[1]`.
    public var path: String
    /// The value.
    public var value: ConfigValue
    /// The line of the file, from 1.
    public var line: Int
    /// The column, from 1.
    public var column: Int

    /// A key at that place.
    public init(path: String, value: ConfigValue, line: Int, column: Int) {
        self.path = path
        self.value = value
        self.line = line
        self.column = column
    }
}

/// A configuration value.
public enum ConfigValue: Hashable, Sendable, CustomStringConvertible {
    /// A string.
    case text(String)
    /// A whole number.
    case whole(Int)
    /// A number with a fraction.
    case number(Double)
    /// true or false.
    case flag(Bool)
    /// A table; its keys follow as entries of their own.
    case table
    /// An array; its elements follow as entries of their own.
    case array
    /// Anything else (dates).
    case other

    /// The value as TOML writes it.
    public var description: String {
        switch self {
        case .text(let text): "\"\(text)\""
        case .whole(let number): "\(number)"
        case .number(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        case .table: "a table"
        case .array: "an array"
        case .other: "another type"
        }
    }
}
