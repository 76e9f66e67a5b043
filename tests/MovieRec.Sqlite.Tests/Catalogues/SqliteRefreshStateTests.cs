using MovieRec.Api.Catalogues;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Tests.Database;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Sqlite.Tests.Catalogues;

public sealed class SqliteRefreshStateTests : RefreshStateContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteRefreshStateTests() => State = new SqliteRefreshState(_disk.Database);

    protected override IRefreshState State { get; }

    public void Dispose() => _disk.Dispose();
}
