using MovieRec.Api.MediaLists;
using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Contracts;

/// <summary>Contract of the entries of <see cref="IMediaListStore"/>.</summary>
/// <remarks><see cref="MediaListPagingContract"/> covers order and pages, <see cref="MediaListCapacityContract"/> the limit.</remarks>
public abstract class MediaListStoreContract : MediaListContract
{
    /// <summary>The other list, in the same storage.</summary>
    protected abstract IMediaListStore Watchlist { get; }

    [Fact]
    public async Task Watchlist_AndFavourites_AreApart()
    {
        await AddedAsync(Alice, Movie(1));

        (await Watchlist.ReadAsync(Alice, null, 10, Cancellation)).Entries.ShouldBeEmpty();
        await Watchlist.AddAsync(Alice, Movie(2), Cancellation);
        await Watchlist.RemoveAsync(Alice, [Movie(1).Key], Cancellation);

        (await AllAsync(Alice)).ShouldHaveSingleItem().Key.ShouldBe(Movie(1).Key);
        (await Watchlist.ReadAsync(Alice, null, 10, Cancellation)).Entries.ShouldHaveSingleItem().Key.ShouldBe(Movie(2).Key);
    }

    [Fact]
    public async Task Read_LimitBelowOne_IsABug() =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.ReadAsync(Alice, null, 0, Cancellation));

    [Fact]
    public async Task AnyCall_Cancelled_DoesNothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(() => Store.ReadAsync(Alice, null, 1, cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => Store.AddAsync(Alice, Movie(1), cancelled));

        (await AllAsync(Alice)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_NewUser_IsEmpty()
    {
        var page = await Store.ReadAsync(Alice, null, 10, Cancellation);

        page.Entries.ShouldBeEmpty();
        page.HasMore.ShouldBeFalse();
    }

    [Fact]
    public async Task Add_EveryField_Survives()
    {
        var entry = Movie(603) with
        {
            Title = "The Matrix",
            PosterPath = "/poster.jpg",
            BackdropPath = "/backdrop.jpg",
            ReleaseDate = "1999-03-30",
            VoteAverage = 8.217,
            Popularity = 123.456,
            GenreIds = [28, 878, 12],
            Overview = "A hacker learns the truth.",
        };

        ShouldBeTheSame(await AddedAsync(Alice, entry), entry);
        ShouldBeTheSame((await AllAsync(Alice)).ShouldHaveSingleItem(), entry);
    }

    [Fact]
    public async Task Add_UnknownFields_StayNull()
    {
        await AddedAsync(Alice, Movie(1));

        ShouldBeTheSame((await AllAsync(Alice)).ShouldHaveSingleItem(), Movie(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(0.1)]
    [InlineData(7.123456789012345)]
    [InlineData(1e-7)]
    [InlineData(123_456_789.125)]
    public async Task Add_Number_SurvivesExactly(double number)
    {
        await AddedAsync(Alice, Movie(1) with { VoteAverage = number, Popularity = number });

        var kept = (await AllAsync(Alice)).ShouldHaveSingleItem();
        kept.VoteAverage.ShouldBe(number);
        kept.Popularity.ShouldBe(number);
    }

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task Add_OddText_SurvivesByteForByte(string text)
    {
        var entry = Movie(1) with { Title = text, Overview = text, PosterPath = text, BackdropPath = text, ReleaseDate = text };
        await AddedAsync(Alice, entry);

        ShouldBeTheSame((await AllAsync(Alice)).ShouldHaveSingleItem(), entry);
    }

    [Fact]
    public async Task Add_LargestNumber_Survives()
    {
        await AddedAsync(Alice, Movie(TitleKey.MaxId));

        (await AllAsync(Alice)).ShouldHaveSingleItem().Key.ShouldBe(new TitleKey(MediaKind.Movie, TitleKey.MaxId));
    }

    [Fact]
    public async Task Add_Again_KeepsTheFirstTimeAndTakesTheRest()
    {
        await AddedAsync(Alice, Movie(1) with { Title = "Before", Overview = "Known before", GenreIds = [1] });
        var again = Movie(1) with { Title = "After", GenreIds = [2, 3], AddedAt = Noon.AddDays(1) };

        ShouldBeTheSame(await AddedAsync(Alice, again), again with { AddedAt = Noon });
        ShouldBeTheSame((await AllAsync(Alice)).ShouldHaveSingleItem(), again with { AddedAt = Noon });
    }

    [Fact]
    public async Task Add_AfterRemove_TakesTheNewTime()
    {
        await AddedAsync(Alice, Movie(1));
        await RemoveAsync(Alice, Movie(1));
        await AddedAsync(Alice, Movie(1) with { AddedAt = Noon.AddDays(1) });

        (await AllAsync(Alice)).ShouldHaveSingleItem().AddedAt.ShouldBe(Noon.AddDays(1));
    }

    [Fact]
    public async Task Add_SameNumberInBothKinds_IsTwoEntries()
    {
        await AddedAsync(Alice, Movie(1) with { Title = "Film" });
        await AddedAsync(Alice, Series(1) with { Title = "Series" });

        (await AllAsync(Alice)).Select(entry => entry.Title).ShouldBe(["Film", "Series"]);

        await RemoveAsync(Alice, Movie(1));
        (await AllAsync(Alice)).ShouldHaveSingleItem().Title.ShouldBe("Series");
    }

    [Fact]
    public async Task Remove_WhatIsNotThere_IsNoError()
    {
        await AddedAsync(Alice, Movie(1));

        await RemoveAsync(Alice, Movie(2), Series(1));
        await RemoveAsync(Alice);
        (await AllAsync(Alice)).ShouldHaveSingleItem();

        await RemoveAsync(Alice, Movie(1), Movie(1));
        await RemoveAsync(Alice, Movie(1));
        (await AllAsync(Alice)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Remove_Many_RemovesThoseAlone()
    {
        var entries = Enumerable.Range(1, 60).Select(i => Movie(i)).ToList();
        foreach (var entry in entries)
            await AddedAsync(Alice, entry);

        await RemoveAsync(Alice, [.. entries.Where(entry => entry.Key.Id != 42)]);

        (await AllAsync(Alice)).ShouldHaveSingleItem().Key.Id.ShouldBe(42);
    }

    [Fact]
    public async Task AnyCall_OneUser_LeavesTheOtherAlone()
    {
        await AddedAsync(Alice, Movie(1) with { Title = "Alice's" });
        (await AllAsync(Bob)).ShouldBeEmpty();

        var bobs = await AddedAsync(Bob, Movie(1) with { Title = "Bob's", AddedAt = Noon.AddDays(1) });
        bobs.AddedAt.ShouldBe(Noon.AddDays(1));
        await AddedAsync(Bob, Movie(1) with { Title = "Bob's again" });
        await RemoveAsync(Bob, Movie(1), Movie(2));

        var alices = (await AllAsync(Alice)).ShouldHaveSingleItem();
        ShouldBeTheSame(alices, Movie(1) with { Title = "Alice's" });
    }

    [Theory]
    [InlineData("{0}'")]
    [InlineData("{0}%")]
    [InlineData("{0} ")]
    [InlineData("{0}' OR '1'='1")]
    [InlineData("%")]
    [InlineData("*")]
    public async Task AnyCall_UserIdThatLooksLikeAnothers_ReachesNothing(string pattern)
    {
        await AddedAsync(Alice, Movie(1));
        var stranger = string.Format(pattern, Alice);

        (await AllAsync(stranger)).ShouldBeEmpty();
        await RemoveAsync(stranger, Movie(1));

        (await AllAsync(Alice)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Add_SameTitleByMany_IsOneEntryWithOneTime()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Task.Run(() => AddedAsync(Alice, Movie(1) with { Title = $"Title {i}", AddedAt = Noon.AddSeconds(i) }))));

        var entry = (await AllAsync(Alice)).ShouldHaveSingleItem();
        kept.ShouldAllBe(one => one.AddedAt == entry.AddedAt);
    }

    [Fact]
    public async Task Add_DifferentTitlesByMany_KeepsEveryOne()
    {
        var entries = Enumerable.Range(1, 100).Select(i => Movie(i) with { AddedAt = Noon.AddSeconds(i % 7) }).ToList();
        await Task.WhenAll(entries.Select(entry => Task.Run(() => AddedAsync(Alice, entry))));

        (await AllAsync(Alice)).Select(entry => entry.Position).ShouldBe(InOrder(entries).Select(entry => entry.Position));
    }
}
