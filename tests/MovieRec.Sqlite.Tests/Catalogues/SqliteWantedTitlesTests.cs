using MovieRec.Api.Catalogues;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Tests.Database;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Sqlite.Tests.Catalogues;

public sealed class SqliteWantedTitlesTests : WantedTitlesContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteWantedTitlesTests() => Wanted = new SqliteWantedTitles(_disk.Database);

    protected override IWantedTitles Wanted { get; }

    public void Dispose() => _disk.Dispose();
}
