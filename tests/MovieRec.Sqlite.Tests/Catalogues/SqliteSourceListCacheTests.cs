using MovieRec.Api.Catalogues;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Tests.Database;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Sqlite.Tests.Catalogues;

public sealed class SqliteSourceListCacheTests : SourceListCacheContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteSourceListCacheTests() => Lists = new SqliteSourceListCache(_disk.Database, Clock);

    protected override ISourceListCache Lists { get; }

    public void Dispose() => _disk.Dispose();
}
