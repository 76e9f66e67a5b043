using MovieRec.Api.Catalogues;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Tests.Database;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Sqlite.Tests.Catalogues;

public sealed class SqliteTitleRecordsTests : TitleRecordsContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteTitleRecordsTests() => Records = new SqliteTitleRecords(_disk.Database, Clock);

    protected override ITitleRecords Records { get; }

    [Fact]
    public async Task Write_Anything_DeletesWhatHasExpired()
    {
        var until = DateTimeOffset.FromUnixTimeSeconds(Noon.ToUnixTimeSeconds());
        await Records.WriteAsync([Record(Film(1), "marked-expired") with { ExpiresAt = until.AddDays(1) }, Record(Film(2))], Cancellation);
        Clock.Set(until.AddDays(1));
        await Records.WriteAsync([Record(Film(3))], Cancellation);

        // Read with a time before the expiry.
        Clock.Set(until);
        (await Records.ReadAsync([Film(1), Film(2), Film(3)], Cancellation)).Count.ShouldBe(2);
    }

    public void Dispose() => _disk.Dispose();
}
