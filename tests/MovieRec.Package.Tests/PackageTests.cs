using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using MovieRec.TestKit;

namespace MovieRec.Package.Tests;

/// <summary>Contents of the package; <c>./test release</c> checks that the same sources give the same bytes.</summary>
public sealed partial class PackageTests
{
    private const string Function = "function/bootstrap";
    private const string Layer = "layer/lib/libcognitojwt.so";

    /// <summary>Version in Amazon Linux 2023.</summary>
    private static readonly Version s_newestGlibc = new(2, 34);

    [Fact]
    public async Task Layer_Exports_AreThoseOfTheHeader()
    {
        var symbols = await BuiltPackage.RunAsync("objdump", "-T", await BuiltPackage.DistAsync(Layer));
        var exported = symbols.Split('\n')
            .Where(line => line.Contains(" .text", StringComparison.Ordinal) || line.Contains("__managedcode", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[^1]).Where(name => name.StartsWith("cognitojwt_", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal);
        exported.ShouldBe(["cognitojwt_configure", "cognitojwt_set_keys", "cognitojwt_verify", "cognitojwt_version"]);
        var header = await File.ReadAllTextAsync(
            BuiltPackage.File("src", "MovieRec.JwtLayer", "cognitojwt.h"), TestContext.Current.CancellationToken);
        Declaration.Matches(header).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal).ShouldBe(exported);
    }

    [Theory]
    [InlineData(Function)]
    [InlineData(Layer)]
    public async Task Program_OnAmazonLinux_FindsEverySymbol(string file)
    {
        var symbols = await BuiltPackage.RunAsync("objdump", "-T", await BuiltPackage.DistAsync(file));
        var versions = GlibcVersion.Matches(symbols).Select(match => Version.Parse(match.Groups["version"].Value)).Distinct().ToArray();
        versions.ShouldNotBeEmpty();
        versions.Max().ShouldBeLessThanOrEqualTo(s_newestGlibc);
    }

    /// <summary>Limits the sizes, of the layer's files closely, so that growth is a decision.</summary>
    /// <remarks>The goal is a fast start, not a small size, so the function's limit is generous.</remarks>
    [Theory]
    [InlineData(Function, 24_000_000)]
    [InlineData("function.zip", 10_000_000)]
    [InlineData(Layer, 3_000_000)]
    [InlineData("layer.zip", 1_450_000)]
    public async Task Size_OfAFile_StaysSmall(string file, int bytes) =>
        new FileInfo(await BuiltPackage.DistAsync(file)).Length.ShouldBeLessThanOrEqualTo(bytes);

    [Fact]
    public async Task Function_WithoutTheLayer_HoldsNoVerificationOfTokens()
    {
        (await BuiltPackage.RunAsync("objdump", "-p", await BuiltPackage.DistAsync(Function))).ShouldNotContain("cognitojwt");
        // A program contains a type's name if it contains the type's code.
        (await HoldsAsync(Layer, "JsonWebToken")).ShouldBeTrue();
        (await HoldsAsync(Function, "JsonWebToken")).ShouldBeFalse();
        (await HoldsAsync(Function, "IdentityModel")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("function.zip", "bootstrap", Function, "amazon-roots.pem")]
    [InlineData("layer.zip", "lib/libcognitojwt.so", Layer, null)]
    public async Task Zip_OfAPart_HoldsItsFileWhereLambdaLooksForIt(string name, string path, string file, string? beside)
    {
        await using var zip = await ZipFile.OpenReadAsync(await BuiltPackage.DistAsync(name), TestContext.Current.CancellationToken);
        zip.Entries.Select(entry => entry.FullName).ShouldBe(beside is null ? [path] : [beside, path]);
        var entry = zip.GetEntry(path)!;
        entry.LastWriteTime.Year.ShouldBe(2000);
        ((entry.ExternalAttributes >> 16) & 0x1FF).ShouldBe(Convert.ToInt32("755", 8));
        await using var content = await entry.OpenAsync(TestContext.Current.CancellationToken);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        GetDigest(bytes.ToArray()).ShouldBe(GetDigest(await ReadAsync(file)));
    }

    /// <summary>Compares the SHA-256 of the roots with those that Amazon Trust Services publishes.</summary>
    [Fact]
    public async Task Roots_BesideTheFunction_AreAmazonsAndLast()
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(await BuiltPackage.DistAsync("function", "amazon-roots.pem"));
        roots.Select(root => root.GetCertHashString(HashAlgorithmName.SHA256)).ShouldBe(
        [
            "8ECDE6884F3D87B1125BA31AC3FCB13D7016DE7F57CC904FE1CB97C6AE98196E",
            "1BA5B2AA8C65401A82960118F80BEC4F62304D83CEC4713A19C39C011EA46DB4",
            "18CE6CFE7BF14E60B2E347B8DFE868CB31D02EBB3ADA271569F50343B46DB3A4",
            "E35D28419ED02025CFA69038CD623962458DA5C695FBDEA3C22B0BFB25897092",
            "568D6905A2C88708A4B3025190EDCFEDB1974A606A13C6E5290FCB2AE63EDAB5",
        ]);
        roots.ShouldAllBe(root => root.NotAfter.Year >= 2037);
    }

    /// <summary>Simulates a binary for a newer system by a library with such a version, which is all that objdump reads.</summary>
    [Theory]
    [InlineData("2.34", true)]
    [InlineData("2.38", false)]
    [InlineData("2.4", true)]
    public async Task Check_OfABinaryForANewerGlibc_SaysWhatToDo(string version, bool fits)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("versions"), $"GLIBC_{version} {{ global: *; }};", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.File("empty.c"), "int newer;", TestContext.Current.CancellationToken);
        var binary = folder.File("bootstrap");
        await BuiltPackage.RunAsync(
            "clang", "-shared", "-nostdlib", $"-Wl,--version-script={folder.File("versions")}", "-o", binary, folder.File("empty.c"));
        var said = await BuiltPackage.RunAsync("bash", "-c", $"'{BuiltPackage.File("package")}' --check '{binary}' 2>&1 || echo refused");
        if (fits)
            said.ShouldBeEmpty();
        else
            said.ShouldMatch($"^bootstrap needs GLIBC {version} .*\nrefused\n$");
    }

    [Fact]
    public async Task Package_WithNothingChanged_MakesNothing()
    {
        await BuiltPackage.DistAsync();
        string[] stamps = [BuiltPackage.File("artifacts", "package-function.stamp"), BuiltPackage.File("artifacts", "package-layer.stamp")];
        var made = Array.ConvertAll(stamps, File.GetLastWriteTimeUtc);
        await BuiltPackage.RunAsync(BuiltPackage.File("package"));
        Array.ConvertAll(stamps, File.GetLastWriteTimeUtc).ShouldBe(made);
    }

    private static async Task<byte[]> ReadAsync(string file) =>
        await File.ReadAllBytesAsync(await BuiltPackage.DistAsync(file), TestContext.Current.CancellationToken);

    private static string GetDigest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Searches for text as UTF-8 (names of types) or as UTF-16 (strings).</summary>
    private static async Task<bool> HoldsAsync(string file, string text)
    {
        var bytes = await ReadAsync(file);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
    }

    [GeneratedRegex(@"GLIBC_(?<version>\d+\.\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex GlibcVersion { get; }

    [GeneratedRegex(
        @"^int (?<name>cognitojwt_\w+)\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration { get; }
}
