using System.IO.Compression;
using System.Text.RegularExpressions;
using MovieRec.JwtLayer.Tests.Hosting;

namespace MovieRec.JwtLayer.Tests;

public sealed partial class PackageTests
{
    private const int MaxLibraryBytes = 3_000_000;
    private const int MaxZipBytes = 1_450_000;

    /// <summary>What Amazon Linux 2023 has.</summary>
    private static readonly Version s_newestGlibc = new(2, 34);

    [Fact]
    public async Task Layer_Exports_AreThoseOfTheHeader()
    {
        var symbols = await BuiltPackage.RunAsync("objdump", "-T", await BuiltPackage.LayerAsync());
        var exported = symbols.Split('\n').Where(line => line.Contains(" .text", StringComparison.Ordinal) || line.Contains("__managedcode", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[^1]).Where(name => name.StartsWith("cognitojwt_", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        exported.ShouldBe(["cognitojwt_configure", "cognitojwt_verify", "cognitojwt_version"]);
        var header = await File.ReadAllTextAsync(BuiltPackage.File("src", "MovieRec.JwtLayer", "cognitojwt.h"), TestContext.Current.CancellationToken);
        Declaration.Matches(header).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal).ShouldBe(exported);
    }

    [Fact]
    public async Task Layer_OnAmazonLinux_FindsEverySymbol()
    {
        var symbols = await BuiltPackage.RunAsync("objdump", "-T", await BuiltPackage.LayerAsync());
        var versions = GlibcVersion.Matches(symbols).Select(match => Version.Parse(match.Groups["version"].Value)).Distinct().ToArray();
        versions.ShouldNotBeEmpty();
        versions.Max().ShouldBeLessThanOrEqualTo(s_newestGlibc);
    }

    [Fact]
    public async Task Layer_OnDiskAndZipped_StaysSmall()
    {
        new FileInfo(await BuiltPackage.LayerAsync()).Length.ShouldBeLessThanOrEqualTo(MaxLibraryBytes);
        new FileInfo(await BuiltPackage.DistAsync("layer.zip")).Length.ShouldBeLessThanOrEqualTo(MaxZipBytes);
    }

    [Fact]
    public async Task Zip_OfTheLayer_HoldsTheLibraryWhereLambdaLooksForIt()
    {
        await using var zip = await ZipFile.OpenReadAsync(await BuiltPackage.DistAsync("layer.zip"), TestContext.Current.CancellationToken);
        var entry = zip.Entries.ShouldHaveSingleItem();
        entry.FullName.ShouldBe("lib/libcognitojwt.so");
        entry.LastWriteTime.Year.ShouldBe(2000);
        ((entry.ExternalAttributes >> 16) & 0x1FF).ShouldBe(Convert.ToInt32("755", 8));
        await using var content = await entry.OpenAsync(TestContext.Current.CancellationToken);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        bytes.ToArray().ShouldBe(await File.ReadAllBytesAsync(await BuiltPackage.LayerAsync(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Package_WithNothingChanged_MakesNothing()
    {
        var layer = await BuiltPackage.LayerAsync();
        var stamp = BuiltPackage.File("artifacts", "package.stamp");
        var made = File.GetLastWriteTimeUtc(stamp);
        await BuiltPackage.RunAsync(BuiltPackage.File("package"));
        File.GetLastWriteTimeUtc(stamp).ShouldBe(made);
        File.Exists(layer).ShouldBeTrue();
    }

    [Fact]
    public async Task Package_MadeAgain_HasTheSameBytes()
    {
        var zip = await BuiltPackage.DistAsync("layer.zip");
        var first = await File.ReadAllBytesAsync(zip, TestContext.Current.CancellationToken);
        File.Delete(BuiltPackage.File("artifacts", "package.stamp"));
        // Compiled again, not only zipped again.
        Directory.Delete(BuiltPackage.File("artifacts", "obj", "MovieRec.JwtLayer", "release_linux-x64"), recursive: true);
        await BuiltPackage.RunAsync(BuiltPackage.File("package"));
        (await File.ReadAllBytesAsync(zip, TestContext.Current.CancellationToken)).AsSpan().SequenceEqual(first).ShouldBeTrue("the bytes differ");
    }

    [GeneratedRegex(@"GLIBC_(?<version>\d+\.\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GlibcVersion { get; }

    [GeneratedRegex(@"^int (?<name>cognitojwt_\w+)\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration { get; }
}
