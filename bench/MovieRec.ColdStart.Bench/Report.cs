using System.Globalization;
using System.IO.Compression;

namespace MovieRec.ColdStart.Bench;

/// <summary>Tables, in the form of docs/performance.md.</summary>
internal static class Report
{
    /// <param name="contenders">MovieRec's build first, Node last; between them the builds of <c>--beside</c>.</param>
    public static void Print(Backend backend, IReadOnlyList<Contender> contenders, IReadOnlyList<Figures> figures)
    {
        Console.WriteLine($"\n{backend.Description}\n");
        Console.WriteLine($"| median (min–max) | {string.Join(" | ", contenders.Select(contender => contender.Name))} | ratio | target |");
        Console.WriteLine($"|---|{string.Concat(contenders.Select(_ => "---|"))}---|---|");
        Row("start → asks for the first event, ms", run => run.Ready, "", "F1");
        Row("**start → first response, ms**", run => run.Responded, "≤ 0.167", "F1");
        Row("on a core until then, ms", run => run.Cpu, "", "F1");
        Row("**warm p50, ms**", run => run.WarmP50, "≤ 0.5", "F2");
        Row("warm p99, ms", run => run.WarmP99, "", "F2");
        Row("warm p50, the same token again, ms", run => run.AgainP50, "", "F2");
        Row("warm p99, the same token again, ms", run => run.AgainP99, "", "F2");
        Row("peak memory at the first response, MB", run => run.FirstMemory, "", "F1");
        Row("**peak memory, MB**", run => run.Memory, "≤ 0.333", "F1");

        void Row(string what, Func<Figures, List<double>> of, string target, string format)
        {
            var values = figures.Select(of).ToList();
            var ratio = Text(Figures.Median(values[0]) / Figures.Median(values[^1]), "F3");
            Console.WriteLine($"| {what} | {string.Join(" | ", values.Select(value => Spread(value, format)))} | {ratio} | {target} |");
        }
    }

    public static void PrintSizes()
    {
        Console.WriteLine("\n| file | bytes | zip |\n|---|---|---|");
        Console.WriteLine(Size(Path.Combine(Folders.Function, "bootstrap"), GetZip("function")));
        Console.WriteLine(Size(Path.Combine(Folders.Layer, "libcognitojwt.so"), GetZip("layer")));
        Console.WriteLine(Size(NodeHandler.Bundle, Deflated(NodeHandler.Bundle)));
    }

    private static string Spread(List<double> values, string format) =>
        $"{Text(Figures.Median(values), format)} ({Text(values.Min(), format)}–{Text(values.Max(), format)})";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Size(string path, long zip) => $"| `{Path.GetFileName(path)}` | {new FileInfo(path).Length:N0} | {zip:N0} |";

    private static long GetZip(string part) => new FileInfo(Path.Combine(Folders.Root, "dist", $"{part}.zip")).Length;

    /// <summary>Returns about the size of a zip of this file alone.</summary>
    private static long Deflated(string path)
    {
        using var zip = new MemoryStream();
        using (var deflate = new DeflateStream(zip, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var file = File.OpenRead(path))
            file.CopyTo(deflate);
        return zip.Length;
    }
}
