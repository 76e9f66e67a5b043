using MovieRec.Api.Media;
using MovieRec.Sqlite.Media;
using MovieRec.Sqlite.Tests.Database;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Sqlite.Tests.Media;

public sealed class SqliteTitleStoreTests : TitleStoreContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteTitleStoreTests() => Store = new SqliteTitleStore(_disk.Database);

    protected override ITitleStore Store { get; }

    public void Dispose() => _disk.Dispose();
}
