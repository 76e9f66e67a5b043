using MovieRec.Api.Preferences;
using MovieRec.Sqlite.Preferences;
using MovieRec.Sqlite.Tests.Database;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Sqlite.Tests.Preferences;

public sealed class SqlitePreferencesStoreTests : PreferencesStoreContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqlitePreferencesStoreTests() => Store = new SqlitePreferencesStore(_disk.Database);

    protected override IPreferencesStore Store { get; }

    public void Dispose() => _disk.Dispose();
}
