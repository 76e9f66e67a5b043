using MovieRec.Api.Catalogues;
using MovieRec.Engine.Snapshots;

namespace MovieRec.TestKit.Contracts;

/// <summary>Contract of <see cref="ISnapshotStore"/>; every test begins with an empty store.</summary>
public abstract class SnapshotStoreContract : StoreContract
{
    protected abstract ISnapshotStore Store { get; }

    [Fact]
    public async Task Marks_NothingPublished_AreNone() => (await Store.ListAsync(Cancellation)).ShouldBeEmpty();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(350_000, 350_001)]
    [InlineData(1_500_001, 700_000)]
    public async Task Read_Published_IsTheSameBytes(int core, int names)
    {
        var snapshot = GetSnapshot(core, names);

        var mark = (await Store.PublishAsync(snapshot, "embedded-1", null, Cancellation)).ShouldNotBeNull();

        (await Store.ListAsync(Cancellation)).ShouldBe([mark]);
        mark.Version.ShouldBe("embedded-1");
        ShouldBeTheSame(await Store.ReadAsync(mark, withNames: true, Cancellation), snapshot);
        ShouldBeTheSame(await Store.ReadAsync(mark, withNames: false, Cancellation), snapshot with { Names = default });
    }

    [Fact]
    public async Task Publish_Again_KeepsTheOneBeforeAndNoMore()
    {
        var snapshots = Enumerable.Range(1, 4).Select(i => GetSnapshot(1_000 * i, 100 * i)).ToList();
        var marks = new List<SnapshotRef?> { null };
        for (var i = 0; i < snapshots.Count; i++)
        {
            marks.Add((await Store.PublishAsync(snapshots[i], $"tmdb-{i + 1}", marks[i], Cancellation)).ShouldNotBeNull());
            (await Store.ListAsync(Cancellation)).ShouldBe(marks.Skip(1).Reverse().Take(2).Select(mark => mark!));
        }

        marks.Distinct().Count().ShouldBe(5);
        ShouldBeTheSame(await Store.ReadAsync(marks[4]!, withNames: true, Cancellation), snapshots[3]);
        ShouldBeTheSame(await Store.ReadAsync(marks[3]!, withNames: true, Cancellation), snapshots[2]);
    }

    [Fact]
    public async Task Publish_SameContentAndVersionAgain_IsAnotherSnapshot()
    {
        var first = await Store.PublishAsync(GetSnapshot(10, 10), "tmdb-1", null, Cancellation);

        var second = await Store.PublishAsync(GetSnapshot(10, 10), "tmdb-1", first, Cancellation);

        second.ShouldNotBeNull().Id.ShouldNotBe(first!.Id);
    }

    [Fact]
    public async Task Publish_OverWhatIsNoLongerInForce_ChangesNothing()
    {
        var first = (await Store.PublishAsync(GetSnapshot(10, 1), "tmdb-1", null, Cancellation)).ShouldNotBeNull();
        var second = (await Store.PublishAsync(GetSnapshot(20, 2), "tmdb-2", first, Cancellation)).ShouldNotBeNull();

        (await Store.PublishAsync(GetSnapshot(30, 3), "tmdb-3", first, Cancellation)).ShouldBeNull();
        (await Store.PublishAsync(GetSnapshot(30, 3), "tmdb-3", null, Cancellation)).ShouldBeNull();
        (await Store.PublishAsync(GetSnapshot(30, 3), "tmdb-3", new SnapshotRef("no-such", "tmdb-2"), Cancellation)).ShouldBeNull();

        (await Store.ListAsync(Cancellation)).ShouldBe([second, first]);
        ShouldBeTheSame(await Store.ReadAsync(second, withNames: true, Cancellation), GetSnapshot(20, 2));
    }

    [Fact]
    public async Task Publish_OverWhatNeverWas_ChangesNothing()
    {
        (await Store.PublishAsync(GetSnapshot(10, 1), "tmdb-1", new SnapshotRef("no-such", "tmdb-0"), Cancellation)).ShouldBeNull();

        (await Store.ListAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Publish_ByManyAtOnce_OneWinsAndTheOthersAreTold()
    {
        var first = await Store.PublishAsync(GetSnapshot(5, 5), "tmdb-0", null, Cancellation);

        var marks = await Task.WhenAll(Enumerable.Range(1, 6).Select(i =>
            Task.Run(() => Store.PublishAsync(GetSnapshot(i * 1_000, i), $"tmdb-{i}", first, Cancellation), Cancellation)));

        var winner = marks.OfType<SnapshotRef>().ShouldHaveSingleItem();
        (await Store.ListAsync(Cancellation)).ShouldBe([winner, first!]);
        var number = Array.IndexOf(marks, winner) + 1;
        ShouldBeTheSame(await Store.ReadAsync(winner, withNames: true, Cancellation), GetSnapshot(number * 1_000, number));
    }

    [Fact]
    public async Task Read_WhileOthersPublish_IsWholeOrGone()
    {
        var mark = await Store.PublishAsync(GetSnapshot(1_000, 500_000), "tmdb-0", null, Cancellation);
        var publishing = Task.Run(async () =>
        {
            for (var i = 1; i <= 8; i++)
                mark = await Store.PublishAsync(GetSnapshot(1_000 + i, 500_000 + i), $"tmdb-{i}", mark, Cancellation);
        }, Cancellation);

        var whole = 0;
        do
        {
            var current = (await Store.ListAsync(Cancellation))[0];
            if (await Store.ReadAsync(current, withNames: true, Cancellation) is not { } read)
                continue;
            var number = read.Core.Length - 1_000;
            current.Version.ShouldBe($"tmdb-{number}");
            ShouldBeTheSame(read, GetSnapshot(1_000 + number, 500_000 + number));
            whole++;
        }
        while (!publishing.IsCompleted);
        await publishing;

        whole.ShouldBePositive();
    }

    [Theory]
    [InlineData("no-such")]
    [InlineData("")]
    [InlineData("ffffffffffffffffffffffffffffffff-1-1")]
    [InlineData("ffffffffffffffffffffffffffffffff-999999999999-1")]
    [InlineData("-1--1")]
    public async Task Read_UnknownMark_IsNotThere(string id)
    {
        await Store.PublishAsync(GetSnapshot(10, 10), "tmdb-1", null, Cancellation);

        (await Store.ReadAsync(new SnapshotRef(id, "tmdb-1"), withNames: true, Cancellation)).ShouldBeNull();
    }

    protected static EncodedSnapshot GetSnapshot(int core, int names) => new(Noise(core, 1), Noise(names, 2));

    protected static void ShouldBeTheSame(EncodedSnapshot? actual, EncodedSnapshot expected)
    {
        // Compared as spans, because comparing lists of a million bytes takes seconds.
        actual.ShouldNotBeNull();
        actual.Core.Span.SequenceEqual(expected.Core.Span).ShouldBeTrue();
        actual.Names.Span.SequenceEqual(expected.Names.Span).ShouldBeTrue();
    }

    private static byte[] Noise(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed + length).NextBytes(bytes);
        return bytes;
    }
}
