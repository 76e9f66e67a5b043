using MovieRec.Api.Media;
using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Contracts;

/// <summary>What <see cref="ITitleStore"/> promises. Every test begins with a store that holds nothing.</summary>
public abstract class TitleStoreContract : StoreContract
{
    protected abstract ITitleStore Store { get; }

    [Fact]
    public async Task Version_NothingWritten_IsEmpty()
    {
        (await Store.VersionAsync(Cancellation)).ShouldBe("empty");
        (await Store.ReadAllAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_EveryField_Survives()
    {
        var full = new Title
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
            Certification = "R",
            Popularity = 98.7654321,
            Overview = "A missing child.",
            PosterPath = "/poster.jpg",
            BackdropPath = "/backdrop.jpg",
        };
        await Store.WriteAsync([full], "v1", Cancellation);

        ShouldBeTheSame((await Store.ReadAllAsync(Cancellation)).ShouldHaveSingleItem(), full);
    }

    [Fact]
    public async Task Write_UnknownFields_StayNullOrEmpty()
    {
        await Store.WriteAsync([Movie(1)], "v1", Cancellation);

        ShouldBeTheSame((await Store.ReadAllAsync(Cancellation)).ShouldHaveSingleItem(), Movie(1));
    }

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task Write_OddText_SurvivesByteForByte(string text)
    {
        var title = Movie(1) with
        {
            Name = text,
            OriginalName = text,
            Overview = text,
            ReleaseDate = text,
            PosterPath = text,
            BackdropPath = text,
            Cast = [text, "Somebody", text],
            Directors = [text],
            Keywords = [text, text],
            Countries = [text],
        };
        await Store.WriteAsync([title], "v1", Cancellation);

        ShouldBeTheSame((await Store.ReadAllAsync(Cancellation)).ShouldHaveSingleItem(), title);
    }

    [Fact]
    public async Task ReadAll_Order_IsMostPopularFirstWithinTheKind()
    {
        await Store.WriteAsync([Movie(1, 5), Series(2, 50), Movie(3, 7), Series(1, 60), Movie(2, 6.5), Series(3, 0)], "v1", Cancellation);

        var titles = await Store.ReadAllAsync(Cancellation);

        titles.Where(title => title.Key.Kind == MediaKind.Movie).Select(title => title.Key.Id).ShouldBe([3L, 2, 1]);
        titles.Where(title => title.Key.Kind == MediaKind.Tv).Select(title => title.Key.Id).ShouldBe([1L, 2, 3]);
    }

    [Fact]
    public async Task Write_Again_AddsAndReplaces()
    {
        await Store.WriteAsync([Movie(1), Movie(2) with { Name = "Before", Overview = "Before", Cast = ["A"] }], "v1", Cancellation);
        await Store.WriteAsync([Movie(2) with { Name = "After" }, Movie(3), Series(1)], "v2", Cancellation);

        var titles = await Store.ReadAllAsync(Cancellation);
        titles.Select(title => title.Key.ToString()).ShouldBe(["movie#1", "movie#2", "movie#3", "tv#1"], ignoreOrder: true);
        ShouldBeTheSame(titles.Single(title => title.Key == Movie(2).Key), Movie(2) with { Name = "After" });
        (await Store.VersionAsync(Cancellation)).ShouldBe("v2");
    }

    [Fact]
    public async Task Write_OneTitleTwiceInOneCall_KeepsTheLast()
    {
        await Store.WriteAsync([Movie(1) with { Name = "First" }, Movie(1) with { Name = "Last" }], "v1", Cancellation);

        (await Store.ReadAllAsync(Cancellation)).ShouldHaveSingleItem().Name.ShouldBe("Last");
    }

    [Fact]
    public async Task Write_NoTitles_MovesTheVersion()
    {
        await Store.WriteAsync([Movie(1)], "v1", Cancellation);
        await Store.WriteAsync([], "v2", Cancellation);

        (await Store.VersionAsync(Cancellation)).ShouldBe("v2");
        (await Store.ReadAllAsync(Cancellation)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Write_SourceFailsHalfWay_ChangesNothing()
    {
        await Store.WriteAsync([Movie(1)], "v1", Cancellation);

        await Should.ThrowAsync<InvalidDataException>(() => Store.WriteAsync(FailingAfter(Movie(1) with { Name = "Changed" }, Movie(2)), "v2", Cancellation));

        (await Store.VersionAsync(Cancellation)).ShouldBe("v1");
        ShouldBeTheSame((await Store.ReadAllAsync(Cancellation)).ShouldHaveSingleItem(), Movie(1));
    }

    [Fact]
    public async Task Write_ThousandsOfTitles_KeepsEveryOne()
    {
        var titles = Enumerable.Range(1, 3_000).Select(i => (i % 2 == 0 ? Movie(i, i) : Series(i, i)) with { Cast = [$"Actor {i % 100}"] }).ToList();
        await Store.WriteAsync(titles, "v1", Cancellation);

        var read = await Store.ReadAllAsync(Cancellation);
        read.Count.ShouldBe(3_000);
        read.Select(title => title.Key).ShouldBe(titles.Select(title => title.Key), ignoreOrder: true);
    }

    private static Title Movie(long id, double popularity = 1) =>
        new() { Key = new TitleKey(MediaKind.Movie, id), Name = $"Film {id}", Popularity = popularity };

    private static Title Series(long id, double popularity = 1) =>
        new() { Key = new TitleKey(MediaKind.Tv, id), Name = $"Series {id}", Popularity = popularity };

    private static IEnumerable<Title> FailingAfter(params Title[] titles)
    {
        foreach (var title in titles)
            yield return title;
        throw new InvalidDataException("The source broke off.");
    }

    private static void ShouldBeTheSame(Title actual, Title expected)
    {
        // Records compare lists by reference.
        actual.GenreIds.ShouldBe(expected.GenreIds);
        actual.Cast.ShouldBe(expected.Cast);
        actual.Directors.ShouldBe(expected.Directors);
        actual.Keywords.ShouldBe(expected.Keywords);
        actual.Countries.ShouldBe(expected.Countries);
        actual.ShouldBe(expected with
        {
            GenreIds = actual.GenreIds,
            Cast = actual.Cast,
            Directors = actual.Directors,
            Keywords = actual.Keywords,
            Countries = actual.Countries,
        });
    }
}
