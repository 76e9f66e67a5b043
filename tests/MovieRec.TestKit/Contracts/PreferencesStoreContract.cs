using System.Text;
using System.Text.Json;
using MovieRec.Api.Preferences;

namespace MovieRec.TestKit.Contracts;

/// <summary>Contract of <see cref="IPreferencesStore"/>.</summary>
public abstract class PreferencesStoreContract : StoreContract
{
    protected abstract IPreferencesStore Store { get; }

    [Fact]
    public async Task Find_UserWhoSavedNone_IsNull() => (await Store.FindAsync(Alice, Cancellation)).ShouldBeNull();

    [Fact]
    public async Task Find_AfterSave_ReturnsDocumentAndTime()
    {
        await SaveAsync(Alice, """{"favoriteGenres":["28"],"minRating":7.5}""", Noon);

        var found = await Store.FindAsync(Alice, Cancellation);

        GetText(found).ShouldBe("""{"favoriteGenres":["28"],"minRating":7.5}""");
        found!.UpdatedAt.ShouldBe(Noon);
        found.UpdatedAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Save_Again_ReplacesTheWholeDocument()
    {
        await SaveAsync(Alice, """{"a":1,"b":2}""", Noon);
        await SaveAsync(Alice, """{"c":3}""", Noon.AddMilliseconds(1));

        var found = await Store.FindAsync(Alice, Cancellation);

        GetText(found).ShouldBe("""{"c":3}""");
        found!.UpdatedAt.ShouldBe(Noon.AddMilliseconds(1));
    }

    [Fact]
    public async Task Save_EarlierTime_StillReplaces()
    {
        await SaveAsync(Alice, """{"a":1}""", Noon);
        await SaveAsync(Alice, """{"a":2}""", Noon.AddDays(-1));

        GetText(await Store.FindAsync(Alice, Cancellation)).ShouldBe("""{"a":2}""");
    }

    [Fact]
    public async Task Save_OneUser_LeavesTheOtherAlone()
    {
        await SaveAsync(Alice, """{"who":"alice"}""", Noon);
        (await Store.FindAsync(Bob, Cancellation)).ShouldBeNull();

        await SaveAsync(Bob, """{"who":"bob"}""", Noon.AddHours(1));

        var alices = await Store.FindAsync(Alice, Cancellation);
        GetText(alices).ShouldBe("""{"who":"alice"}""");
        alices!.UpdatedAt.ShouldBe(Noon);
    }

    [Theory]
    [InlineData("{0}'")]
    [InlineData("{0}%")]
    [InlineData("{0} ")]
    [InlineData("{0}' OR '1'='1")]
    [InlineData("%")]
    [InlineData("*")]
    public async Task Find_UserIdThatLooksLikeAnothers_FindsNothing(string pattern)
    {
        await SaveAsync(Alice, """{"who":"alice"}""", Noon);

        (await Store.FindAsync(string.Format(pattern, Alice), Cancellation)).ShouldBeNull();
        (await Store.FindAsync(Alice.ToUpperInvariant(), Cancellation)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task Save_OddText_SurvivesByteForByte(string text)
    {
        var document = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { [text] = text });
        await Store.SaveAsync(Alice, new StoredPreferences(document, Noon), Cancellation);

        (await Store.FindAsync(Alice, Cancellation))!.Document.ToArray().ShouldBe(document);
    }

    [Fact]
    public async Task Save_WhitespaceAndKeyOrder_AreKeptAsSent()
    {
        const string Document = "{ \"b\" : 1.50,\n\t\"a\" : [ ] , \"n\" : null, \"x\": \"\\u00e9\" }";
        await SaveAsync(Alice, Document, Noon);

        GetText(await Store.FindAsync(Alice, Cancellation)).ShouldBe(Document);
    }

    [Fact]
    public async Task Save_LargestDocument_Survives()
    {
        var document = Encoding.UTF8.GetBytes($$"""{"x":"{{new string('a', 65_536 - 8)}}"}""");
        document.Length.ShouldBe(65_536);
        await Store.SaveAsync(Alice, new StoredPreferences(document, Noon), Cancellation);

        (await Store.FindAsync(Alice, Cancellation))!.Document.Span.SequenceEqual(document).ShouldBeTrue();
    }

    [Fact]
    public async Task Save_PartOfALargerBuffer_KeepsThatPartAlone()
    {
        var buffer = "....{\"a\":1}...."u8.ToArray();
        await Store.SaveAsync(Alice, new StoredPreferences(buffer.AsMemory(4, 7), Noon), Cancellation);

        GetText(await Store.FindAsync(Alice, Cancellation)).ShouldBe("""{"a":1}""");
    }

    [Fact]
    public async Task Save_ByMany_KeepsOneOfThemWhole()
    {
        var documents = Enumerable.Range(0, 20).Select(i => $$"""{"i":{{i}}}""").ToList();
        await Task.WhenAll(documents.Select((document, i) => Task.Run(() => SaveAsync(Alice, document, Noon.AddSeconds(i)))));

        var found = await Store.FindAsync(Alice, Cancellation);
        found!.UpdatedAt.ShouldBe(Noon.AddSeconds(documents.IndexOf(GetText(found))));
    }

    [Fact]
    public async Task Replace_WhatWasRead_ReplacesIt()
    {
        (await ReplaceAsync(Alice, null, """{"a":1}""", Noon)).ShouldBeTrue();
        (await ReplaceAsync(Alice, await Store.FindAsync(Alice, Cancellation), """{"a":2}""", Noon.AddSeconds(1))).ShouldBeTrue();

        var found = await Store.FindAsync(Alice, Cancellation);
        GetText(found).ShouldBe("""{"a":2}""");
        found!.UpdatedAt.ShouldBe(Noon.AddSeconds(1));
    }

    [Fact]
    public async Task Replace_WhatHasChanged_ChangesNothing()
    {
        await SaveAsync(Alice, """{"a":1}""", Noon);
        var read = await Store.FindAsync(Alice, Cancellation);
        (await ReplaceAsync(Alice, null, """{"b":0}""", Noon)).ShouldBeFalse("a document exists");

        await SaveAsync(Alice, """{"a":2}""", Noon);
        (await ReplaceAsync(Alice, read, """{"b":1}""", Noon)).ShouldBeFalse("another document with the same time");
        GetText(await Store.FindAsync(Alice, Cancellation)).ShouldBe("""{"a":2}""");

        await SaveAsync(Alice, """{"a":1}""", Noon.AddSeconds(1));
        (await ReplaceAsync(Alice, read, """{"b":2}""", Noon)).ShouldBeFalse("the same document with another time");
        GetText(await Store.FindAsync(Alice, Cancellation)).ShouldBe("""{"a":1}""");
    }

    [Fact]
    public async Task Replace_AUserWhoHasNone_MakesNone()
    {
        await SaveAsync(Alice, """{"a":1}""", Noon);
        (await ReplaceAsync(Bob, await Store.FindAsync(Alice, Cancellation), """{"a":2}""", Noon)).ShouldBeFalse();
        (await Store.FindAsync(Bob, Cancellation)).ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Replace_ByManyAtOnce_LetsOneWin(bool isSaved)
    {
        if (isSaved)
            await SaveAsync(Alice, "{}", Noon);
        var read = await Store.FindAsync(Alice, Cancellation);
        var documents = Enumerable.Range(0, 10).Select(i => $$"""{"i":{{i}}}""").ToList();
        var won = await Task.WhenAll(documents.ConvertAll(document => Task.Run(() => ReplaceAsync(Alice, read, document, Noon))));

        var winner = documents.Where((_, i) => won[i]).ShouldHaveSingleItem();
        GetText(await Store.FindAsync(Alice, Cancellation)).ShouldBe(winner);
    }

    private Task<bool> ReplaceAsync(string userId, StoredPreferences? expected, string document, DateTimeOffset updatedAt) =>
        Store.ReplaceAsync(userId, expected, new StoredPreferences(Encoding.UTF8.GetBytes(document), updatedAt), Cancellation);

    private Task SaveAsync(string userId, string document, DateTimeOffset updatedAt) =>
        Store.SaveAsync(userId, new StoredPreferences(Encoding.UTF8.GetBytes(document), updatedAt), Cancellation);

    private static string GetText(StoredPreferences? preferences) => Encoding.UTF8.GetString(preferences.ShouldNotBeNull().Document.Span);
}
