using MovieRec.Api;
using MovieRec.Sqlite.Emails;
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

    /// <summary>Guards against a bug: 200 sign-ups removed the code of another user.</summary>
    [Fact]
    public async Task Send_ManyMailsToOthers_LeavesWhatAnAddressGot()
    {
        var inbox = new SqliteInbox(_disk.Database);
        await inbox.SendAsync(MailTo("casey@example.com", 1), default);
        for (var i = 0; i < 250; i++)
            await inbox.SendAsync(MailTo($"other{i}@example.com", i), default);

        (await inbox.ReadAsync("casey@example.com", default)).ShouldHaveSingleItem().Code.ShouldBe("000001");
        (await inbox.ReadAsync(null, default)).Count.ShouldBe(200, "a page of the newest");
    }

    [Fact]
    public async Task Send_ManyMailsToOneAddress_KeepsItsNewest()
    {
        var inbox = new SqliteInbox(_disk.Database);
        for (var i = 0; i < SqliteInbox.CapacityPerAddress + 5; i++)
            await inbox.SendAsync(MailTo(i % 2 == 0 ? "casey@example.com" : "Casey@Example.com", i), default);

        var kept = await inbox.ReadAsync("casey@example.com", default);

        kept.Count.ShouldBe(SqliteInbox.CapacityPerAddress);
        (kept[0].Code, kept[^1].Code).ShouldBe(("000005", "000014"));
    }

    [Fact]
    public void Capacity_OfAllAddresses_IsMoreThanTheThrottleLetsThroughWhileACodeIsValid() =>
        SqliteInbox.Capacity.ShouldBeGreaterThan(Throttling.Accounts.Burst + Throttling.Accounts.Rate * 15 * 60);

    public void Dispose() => _disk.Dispose();

    private static Mail MailTo(string to, int number) =>
        new(to, "Subject", $"Body {number}", $"{number:D6}", DateTimeOffset.FromUnixTimeMilliseconds(1_000 + number));
}
