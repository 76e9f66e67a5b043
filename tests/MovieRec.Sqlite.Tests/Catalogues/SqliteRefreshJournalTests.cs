using MovieRec.Api.Catalogues;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Tests.Database;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Sqlite.Tests.Catalogues;

public sealed class SqliteRefreshJournalTests : RefreshJournalContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteRefreshJournalTests() => Journal = new SqliteRefreshState(_disk.Database);

    protected override IRefreshState Journal { get; }

    public void Dispose() => _disk.Dispose();
}
