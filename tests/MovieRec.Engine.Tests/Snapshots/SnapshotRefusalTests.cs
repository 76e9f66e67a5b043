using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Snapshots;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Tests.Snapshots;

/// <summary>Invalid snapshots, which are rejected with a reason, without an exception and with bounded effort.</summary>
public sealed class SnapshotRefusalTests
{
    private static readonly EncodedSnapshot s_written = Write(20);

    [Fact]
    public void TryRead_AnyByteChanged_Refuses()
    {
        for (var at = 0; at < s_written.Core.Length; at++)
            Refused(s_written with { Core = Flipped(s_written.Core, at) });
        for (var at = 0; at < s_written.Names.Length; at++)
            Refused(s_written with { Names = Flipped(s_written.Names, at) });
    }

    [Fact]
    public void TryRead_CutShortOrLonger_Refuses()
    {
        for (var length = 0; length < s_written.Core.Length; length += 3)
            Refused(s_written with { Core = s_written.Core[..length] });
        for (var length = 1; length < s_written.Names.Length; length += 3)
            Refused(s_written with { Names = s_written.Names[..length] });
        Refused(s_written with { Core = (byte[])[.. s_written.Core.Span, 0] });
    }

    [Fact]
    public void TryRead_NamesOfAnotherCore_Refuses() =>
        Refused(s_written with { Names = Write(21).Names }).ShouldBe("its names belong to another snapshot");

    [Fact]
    public void TryRead_NewerFormat_SaysSo()
    {
        var newer = s_written.Core.ToArray();
        newer[4] = 2;
        Refused(s_written with { Core = newer }).ShouldBe("it is of format 2, which a newer version of MovieRec wrote; this one reads 1");
        newer = s_written.Names.ToArray();
        newer[4] = 3;
        Refused(s_written with { Names = newer }).ShouldContain("newer version");
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    public void TryRead_UnknownFormatOrFlag_SaysSo(int at, byte value)
    {
        var core = s_written.Core.ToArray();
        core[at] = value;
        Refused(s_written with { Core = core }).ShouldContain("does not read");
    }

    [Theory]
    [InlineData("")]
    [InlineData("MRSC")]
    [InlineData("PK a zip file that was put there by mistake, long enough to be one")]
    public void TryRead_Foreign_SaysWhat(string text) =>
        Refused(new EncodedSnapshot(System.Text.Encoding.Latin1.GetBytes(text), default)).ShouldBe("it is no snapshot of MovieRec");

    [Fact]
    public void TryRead_BrokenColumnsWithRightChecksum_NeverThrows()
    {
        var random = new Random(5);
        var columns = Columns(s_written.Core);
        for (var i = 0; i < 20_000; i++)
        {
            var broken = (byte[])columns.Clone();
            for (var times = random.Next(1, 4); times > 0; times--)
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            if (i % 5 == 0)
                broken = broken[..random.Next(broken.Length)];
            // Some of it may still be a valid catalogue, of other titles.
            if (!SnapshotReader.TryRead(
                new EncodedSnapshot(SnapshotSection.Close(SnapshotSection.CoreMagic, [], broken), default), out _, out var reason))
            {
                reason.ShouldBe("it is not consistent");
            }
        }
    }

    [Fact]
    public void TryRead_AbsurdCounts_AllocatesLittle()
    {
        byte[] columns = [.. Enumerable.Repeat((byte)0xff, 4), 0x07, .. new byte[100]];
        var core = SnapshotSection.Close(SnapshotSection.CoreMagic, [], columns);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(new EncodedSnapshot(core, default));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(100_000_000)]
    [InlineData(0)]
    public void TryRead_LengthThatTheBytesCannotHave_Refuses(uint length)
    {
        var core = s_written.Core.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(core.AsSpan(6), length);
        SHA256.HashData(core.AsSpan(0, core.Length - 16)).AsSpan(0, 16).CopyTo(core.AsSpan(core.Length - 16));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(new EncodedSnapshot(core, default)).ShouldBe("it is not consistent");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    private static string Refused(EncodedSnapshot snapshot)
    {
        SnapshotReader.TryRead(snapshot, out var content, out var reason).ShouldBeFalse();
        content.ShouldBeNull();
        return reason.ShouldNotBeNull();
    }

    private static byte[] Flipped(ReadOnlyMemory<byte> bytes, int at)
    {
        var damaged = bytes.ToArray();
        damaged[at] ^= (byte)(1 << (at % 8));
        return damaged;
    }

    private static byte[] Columns(ReadOnlyMemory<byte> core)
    {
        using var inflate = new DeflateStream(new MemoryStream(core[10..^16].ToArray()), CompressionMode.Decompress);
        var columns = new MemoryStream();
        inflate.CopyTo(columns);
        return columns.ToArray();
    }

    private static EncodedSnapshot Write(int count) => SnapshotWriter.Write(new CatalogueContent("embedded-1", EmbeddedTitles.All[..count])
    {
        Trending = [EmbeddedTitles.All[3].Key],
        Aliases = new Dictionary<TitleKey, TitleKey> { [new(MediaKind.Movie, 5)] = EmbeddedTitles.All[4].Key },
    });
}
