namespace MovieRec.Sqlite.Database;

/// <summary>
/// SQL that is prepared once a connection, with parameters <c>?1</c>, <c>?2</c>... in the order of their values. Kept in static
/// fields: the instance, not its text, is what a connection finds its prepared form by.
/// </summary>
internal sealed class Statement(string sql)
{
    public string Sql => sql;
}
