using MovieRec.Api;

namespace MovieRec.Aws;

/// <summary>Names of the tables in an account: the default names, unless overridden.</summary>
/// <param name="overrides">Names by table; a table that is missing here has its default name.</param>
public sealed class TableNames(IReadOnlyDictionary<Table, string>? overrides = null)
{
    public string this[Table table] =>
        overrides is not null && overrides.TryGetValue(table, out var name) ? name : TableSchema.Get(table).DefaultName;
}
