namespace MovieRec.Sqlite.Database;

/// <summary>SQL that is prepared once per connection, with parameters <c>?1</c>, <c>?2</c>... in the order of their values.</summary>
/// <remarks>Instances are created once and reused: a connection finds the prepared form by the instance, not by the text.</remarks>
internal sealed class Statement(string sql)
{
    public string Sql => sql;
}
