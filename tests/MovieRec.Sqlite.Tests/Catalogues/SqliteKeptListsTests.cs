using MovieRec.Api.Catalogues;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Tests.Database;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Sqlite.Tests.Catalogues;

public sealed class SqliteKeptListsTests : KeptListsContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteKeptListsTests() => Lists = new SqliteKeptLists(_disk.Database, Clock);

    protected override IKeptLists Lists { get; }

    public void Dispose() => _disk.Dispose();
}
