using MovieRec.Api.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Contracts;

/// <summary>Contract of <see cref="ITitleRecords"/>; every test begins with an empty store.</summary>
public abstract class TitleRecordsContract : StoreContract
{
    private static readonly DateTimeOffset s_noonInSeconds = DateTimeOffset.FromUnixTimeSeconds(Noon.ToUnixTimeSeconds());

    protected abstract ITitleRecords Records { get; }

    /// <summary>Clock that <see cref="Records"/> uses.</summary>
    protected ManualClock Clock { get; } = new(Noon);

    [Fact]
    public async Task Read_NothingWritten_FindsNothing()
    {
        (await Records.ReadAsync([Film(1)], Cancellation)).ShouldBeEmpty();
        (await Records.FindAsync([Film(1)], Cancellation)).ShouldBeEmpty();
        (await Records.ReadAsync([], Cancellation)).ShouldBeEmpty();
        (await Records.FindAsync([], Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_EveryField_Survives()
    {
        var full = new TitleRecord(new Title
        {
            Key = new TitleKey(MediaKind.Tv, TitleKey.MaxId),
            Name = "Dark",
            OriginalName = "Dunkel",
            ReleaseDate = "2017-12-01",
            GenreIds = [18, 9648, 10765],
            Cast = ["Louis Hofmann", "Lisa Vicari", ""],
            Directors = ["Baran bo Odar"],
            Keywords = ["time travel", "small town"],
            Countries = ["DE", "US"],
            OriginalLanguage = "de",
            RuntimeMinutes = 53,
            VoteAverage = 8.412,
            VoteCount = 5_817,
            Certification = "TV-MA",
            Popularity = 98.7654321,
            Overview = "A missing child.",
            PosterPath = "/poster.jpg",
            BackdropPath = "/backdrop.jpg",
            ImdbId = "tt5753856",
            WikidataId = "Q27908421",
        })
        {
            FetchedAt = Noon,
            ExpiresAt = s_noonInSeconds.AddDays(180),
            HasDetails = false,
            Alias = new TitleKey(MediaKind.Tv, 70523),
            MatchedAt = Noon.AddMilliseconds(1),
        };
        await Records.WriteAsync([full], Cancellation);

        ShouldBeTheSame((await Records.ReadAsync([full.Facts.Key], Cancellation)).ShouldHaveSingleItem(), full);
        ShouldBeTheSame(new((await Records.FindAsync([full.Facts.Key], Cancellation)).ShouldHaveSingleItem()), new(full.Facts));
    }

    [Fact]
    public async Task Write_UnknownFields_StayNullOrEmpty()
    {
        var record = Record(Film(1));
        await Records.WriteAsync([record], Cancellation);

        ShouldBeTheSame((await Records.ReadAsync([Film(1)], Cancellation)).ShouldHaveSingleItem(), record);
    }

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task Write_OddText_SurvivesByteForByte(string text)
    {
        var record = new TitleRecord(new Title
        {
            Key = Film(1),
            Name = text,
            OriginalName = text,
            Overview = text,
            ReleaseDate = text,
            PosterPath = text,
            BackdropPath = text,
            ImdbId = text,
            WikidataId = text,
            Cast = [text, "Another Actor", text],
            Directors = [text],
            Keywords = [text, text],
            Countries = [text],
        });
        await Records.WriteAsync([record], Cancellation);

        ShouldBeTheSame((await Records.ReadAsync([Film(1)], Cancellation)).ShouldHaveSingleItem(), record);
    }

    [Fact]
    public async Task Write_Again_ReplacesTheWholeRecord()
    {
        await Records.WriteAsync(
        [ new TitleRecord(Record(Film(1)).Facts with { Overview = "Before", Cast = ["A"], GenreIds = [18] })
        {
            FetchedAt = Noon,
            ExpiresAt = s_noonInSeconds.AddDays(1),
            Alias = Film(7),
            MatchedAt = Noon,
            HasDetails = false,
        },
            Record(Film(2)),
        ], Cancellation);
        await Records.WriteAsync([Record(Film(1), "After")], Cancellation);

        var records = await Records.ReadAsync([Film(1), Film(2)], Cancellation);
        records.Count.ShouldBe(2);
        ShouldBeTheSame(records.Single(record => record.Facts.Key == Film(1)), Record(Film(1), "After"));
    }

    [Fact]
    public async Task Write_OneTitleTwiceInOneCall_KeepsTheLast()
    {
        await Records.WriteAsync([Record(Film(1), "First"), Record(Series(1), "Series"), Record(Film(1), "Last")], Cancellation);

        var records = await Records.ReadAsync([Film(1), Film(1), Series(1)], Cancellation);
        records.Select(record => record.Facts.Name).ShouldBe(["Last", "Series"], ignoreOrder: true);
    }

    [Fact]
    public async Task Write_NothingAtAll_IsNoError()
    {
        await Records.WriteAsync([], Cancellation);
        await Records.RemoveAsync([], Cancellation);
    }

    [Fact]
    public async Task Read_Thousands_FindsEveryOne()
    {
        var keys = Enumerable.Range(1, 3_000).Select(i => i % 2 == 0 ? Film(i) : Series(i)).ToList();
        await Records.WriteAsync([.. keys.Select(key => Record(key))], Cancellation);

        var read = await Records.ReadAsync([.. keys, .. keys.Select(key => new TitleKey(key.Kind, key.Id + 5_000))], Cancellation);
        read.Select(record => record.Facts.Key).ShouldBe(keys, ignoreOrder: true);
        read.ShouldAllBe(record => record.Facts.Name == record.Facts.Key.ToString());

        (await Records.FindAsync(keys, Cancellation)).Select(title => title.Key).ShouldBe(keys, ignoreOrder: true);
    }

    [Fact]
    public async Task Read_Expired_IsNotThere()
    {
        await Records.WriteAsync(
        [
            Record(Film(1)) with { ExpiresAt = s_noonInSeconds.AddDays(1) },
            Record(Film(2)) with { ExpiresAt = s_noonInSeconds.AddDays(2) },
            Record(Film(3)),
        ], Cancellation);
        TitleKey[] all = [Film(1), Film(2), Film(3)];

        Clock.Set(s_noonInSeconds.AddDays(1).AddMilliseconds(-1));
        (await Records.ReadAsync(all, Cancellation)).Count.ShouldBe(3);
        (await Records.FindAsync(all, Cancellation)).Count.ShouldBe(3);

        Clock.Set(s_noonInSeconds.AddDays(1));
        (await Records.ReadAsync(all, Cancellation)).Select(record => record.Facts.Key).ShouldBe([Film(2), Film(3)], ignoreOrder: true);
        (await Records.FindAsync(all, Cancellation)).Select(title => title.Key).ShouldBe([Film(2), Film(3)], ignoreOrder: true);

        // A record that is written again exists again.
        await Records.WriteAsync([Record(Film(1), "Again")], Cancellation);
        (await Records.ReadAsync([Film(1)], Cancellation)).ShouldHaveSingleItem().Facts.Name.ShouldBe("Again");
    }

    [Fact]
    public async Task Find_TitleThatIsAnother_IsAnsweredUnderTheKeyAskedForWithTheOthersFacts()
    {
        var (old, found) = (Film(9_000_000_001), Film(603));
        await Records.WriteAsync([Record(old, "As embedded") with { Alias = found }, Record(found, "As fetched")], Cancellation);

        var titles = await Records.FindAsync([old, found], Cancellation);

        titles.Select(title => (title.Key, title.Name)).ShouldBe([(old, "As fetched"), (found, "As fetched")], ignoreOrder: true);
        (await Records.ReadAsync([old], Cancellation)).ShouldHaveSingleItem().Facts.Name.ShouldBe("As embedded");
    }

    [Fact]
    public async Task Find_TitleThatIsOneThatIsGone_IsAnsweredWithItsOwnFacts()
    {
        var (old, gone, expired) = (Film(9_000_000_001), Film(603), Film(604));
        await Records.WriteAsync(
        [
            Record(old, "As embedded") with { Alias = gone },
            Record(Series(9_000_000_002), "Embedded, too") with { Alias = expired },
            Record(expired) with { ExpiresAt = s_noonInSeconds.AddDays(-1) },
        ], Cancellation);

        var titles = await Records.FindAsync([old, Series(9_000_000_002)], Cancellation);

        titles.Select(title => title.Name).ShouldBe(["As embedded", "Embedded, too"], ignoreOrder: true);
    }

    [Fact]
    public async Task Remove_Titles_RemovesThoseThatAreThere()
    {
        await Records.WriteAsync([Record(Film(1)), Record(Film(2)), Record(Series(1))], Cancellation);

        await Records.RemoveAsync([Film(1), Film(3), Film(1)], Cancellation);

        (await Records.ReadAsync([Film(1), Film(2), Series(1)], Cancellation)).Select(record => record.Facts.Key)
            .ShouldBe([Film(2), Series(1)], ignoreOrder: true);
    }

    protected static TitleKey Film(long id) => new(MediaKind.Movie, id);

    protected static TitleKey Series(long id) => new(MediaKind.Tv, id);

    protected static TitleRecord Record(TitleKey key, string? name = null) => new(new Title { Key = key, Name = name ?? key.ToString() });

    private static void ShouldBeTheSame(TitleRecord actual, TitleRecord expected)
    {
        // Records compare lists by reference.
        actual.Facts.GenreIds.ShouldBe(expected.Facts.GenreIds);
        actual.Facts.Cast.ShouldBe(expected.Facts.Cast);
        actual.Facts.Directors.ShouldBe(expected.Facts.Directors);
        actual.Facts.Keywords.ShouldBe(expected.Facts.Keywords);
        actual.Facts.Countries.ShouldBe(expected.Facts.Countries);
        actual.ShouldBe(expected with
        {
            Facts = expected.Facts with
            {
                GenreIds = actual.Facts.GenreIds,
                Cast = actual.Facts.Cast,
                Directors = actual.Facts.Directors,
                Keywords = actual.Facts.Keywords,
                Countries = actual.Facts.Countries,
            },
        });
    }
}
