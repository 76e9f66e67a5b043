using MovieRec.Web.Tests.Budgets;
using Xunit.Runner.InProc.SystemConsole;

// `figures` measures and prints how long the first page takes; it depends on this machine, so no test may rely on it.
return args is ["figures"] ? await Figures.PrintAsync() : await ConsoleRunner.Run(args);
