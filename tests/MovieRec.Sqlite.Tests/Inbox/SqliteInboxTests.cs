using MovieRec.Sqlite.Inbox;
using MovieRec.Sqlite.Tests.Database;

namespace MovieRec.Sqlite.Tests.Inbox;

public sealed class SqliteInboxTests : IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    [Fact]
    public async Task Read_ByEmail_ShowsTheirsInAnyCaseNewestLast()
    {
        var inbox = new SqliteInbox(_disk.Database);
        Mail[] mails = [MailTo("Casey@example.com", 1), MailTo("robin@example.com", 2), MailTo("Casey@example.com", 3)];
        foreach (var mail in mails)
            await inbox.SendAsync(mail, default);

        (await inbox.ReadAsync(null, default)).ShouldBe(mails);
        (await inbox.ReadAsync(" casey@EXAMPLE.com", default)).ShouldBe([mails[0], mails[2]]);
        (await inbox.ReadAsync("%", default)).ShouldBeEmpty();
        (await inbox.ReadAsync("", default)).ShouldBeEmpty();
        (await new SqliteInbox(_disk.Reopen()).ReadAsync(null, default)).ShouldBe(mails);
    }

    [Fact]
    public async Task Send_MoreThanItHolds_KeepsTheNewest()
    {
        var inbox = new SqliteInbox(_disk.Database);
        for (var i = 0; i < SqliteInbox.Capacity + 5; i++)
            await inbox.SendAsync(MailTo("casey@example.com", i), default);

        var kept = await inbox.ReadAsync(null, default);

        kept.Count.ShouldBe(SqliteInbox.Capacity);
        kept[0].Code.ShouldBe("000005");
        kept[^1].Code.ShouldBe("000204");
    }

    public void Dispose() => _disk.Dispose();

    private static Mail MailTo(string to, int number) =>
        new(to, "Subject", $"Body {number}", $"{number:D6}", DateTimeOffset.FromUnixTimeMilliseconds(1_000 + number));
}
